/**
 * Licences whose works may be part of what is shipped, each asking for no more than its notice; docs/adr says why these and no others.
 */
const ACCEPTED = new Set([
  'MIT',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'Unlicense',
  'OFL-1.1',
  'Python-2.0',
  'Zlib',
]);

/** Packages whose manifest names no licence, by what their licence file says. */
const READ_BY_HAND = { 'png-js@2.0.0': 'MIT' };

/** Whether an SPDX expression is met by accepted licences: one side of an OR, both sides of an AND. */
export function accepted(expression) {
  const text = expression.replaceAll(/[()]/g, ' ');
  return text.split(/\s+OR\s+/).some((side) => side.split(/\s+AND\s+/).every((licence) => ACCEPTED.has(licence.trim())));
}

export const licenceOf = ({ name, version, licence }) => READ_BY_HAND[`${name}@${version}`] ?? licence;

/** Shipped packages that no accepted licence covers. */
export const unaccepted = (shipped) => shipped.filter((one) => !accepted(licenceOf(one)));
