"""What runs in the child process: reads a PDF from its input, writes facts or the code of a refusal as JSON."""
