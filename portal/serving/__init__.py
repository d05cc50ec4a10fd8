"""Between the web server and Django: requests go in as WSGI, files go out without a thread of Django's."""
