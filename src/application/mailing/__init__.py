"""From what has happened to mails that say so: planned in the transaction, written when sent."""
