"""The sheets of `resultat.xlsx`: first what they say, then how it is written."""
