import { ATTRIBUTES, SEQUENCES, type Sequence } from './names.ts';
import type { Report } from './problems.ts';
import type { Element } from './tree.ts';

/** The children of an element by name. */
export interface Content {
  /** The first of that name. */
  one(name: string): Element | undefined;
  all(name: string): readonly Element[];
  /** Trimmed text of the first of that name; `undefined` when it is absent or empty. */
  text(name: string): string | undefined;
}

function checkAttributes(element: Element, report: Report): void {
  if (element.attributes.size === 0) return;
  const known = ATTRIBUTES[element.name] ?? [];
  for (const attribute of element.attributes.keys()) {
    if (!known.includes(attribute)) report('attribute', element.line, { attribute, element: element.name });
  }
}

/**
 * Compares the children of an element with the sequence of the schema, and its attributes and those of its leaves with the schema's, and
 * reports what is unexpected, misplaced, repeated or missing.
 */
export function readSequence(parent: Element, { slots, places }: Sequence, report: Report): Content {
  const found = new Map<string, Element[]>();
  let reached = 0;
  checkAttributes(parent, report);
  for (const child of parent.children) {
    const index = places.get(child.name);
    const slot = index === undefined ? undefined : slots[index];
    if (index === undefined || !slot) {
      report('unexpected', child.line, { element: child.name, parent: parent.name });
      continue;
    }
    if (!Object.hasOwn(SEQUENCES, child.name)) checkAttributes(child, report);
    if (child.ns !== slot.ns) report('namespace', child.line, { element: child.name, expected: slot.ns });
    if (index < reached) report('order', child.line, { element: child.name, after: slots[reached]!.name });
    reached = Math.max(reached, index);
    const same = found.get(slot.name) ?? [];
    if (same.length === slot.max) report('repeated', child.line, { element: child.name, parent: parent.name });
    same.push(child);
    found.set(slot.name, same);
  }
  for (const slot of slots) {
    if (slot.min > 0 && !found.has(slot.name)) report('missing', parent.line, { element: slot.name, parent: parent.name });
  }
  const all = (name: string): readonly Element[] => found.get(name) ?? [];
  return { all, one: (name) => all(name)[0], text: (name) => all(name)[0]?.text.trim() || undefined };
}
