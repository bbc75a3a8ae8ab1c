"""The pages in the browser: what is chosen, what is asked, what is drawn."""
