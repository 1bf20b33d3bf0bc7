/** What a colour may say: `danger` money or a deadline is lost, `warn` soon, `ok` proven, `accent` in hand, `plain` nothing. */
export type Tone = 'plain' | 'accent' | 'warn' | 'danger' | 'ok';
