"""What runs in the child process: reads a PDF, writes facts or the code of a refusal as JSON."""
