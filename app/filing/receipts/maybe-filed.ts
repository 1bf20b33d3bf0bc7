/** Code of a return that SPF says is filed already: perhaps it is ours. */
export const MAYBE_FILED = 'filing.maybeFiled';
