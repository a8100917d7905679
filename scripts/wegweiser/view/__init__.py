"""What may be shown today of a record, in no format: pages, scripts, paper and files read it here."""
