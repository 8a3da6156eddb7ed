"""What a workshop needs: lives told twice, what a rewrite lost and gained, pages and papers for the room."""
