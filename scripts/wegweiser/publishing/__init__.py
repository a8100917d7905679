"""From a data folder to a site on disk: load, check, plan, render, write."""
