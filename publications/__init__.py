"""The assessments: their pages, the PDF documents behind them, and the download."""
