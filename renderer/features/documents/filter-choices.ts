import type { Output } from '#shared/contract/index.ts';
import type { Translator } from '#shared/i18n/translator.ts';
import { formatCount, formatMonth } from '../../i18n/format.ts';
import { DUE_TERMS, type FilterName, ME, NOBODY } from './filter-url.ts';

export type Facets = Output<'documents.facets'>;

/** What the filters offer, from what the archive holds. */
export interface ChoiceContext {
  readonly t: Translator;
  readonly facets: Facets | undefined;
  readonly users: Output<'users.list'> | undefined;
  readonly clients: Output<'clients.list'>['clients'];
}

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly count?: number | undefined;
}

/** Filters that offer a list of values. */
export const CHOICE_FILTERS = ['group', 'due', 'assignee', 'month', 'archive', 'tag'] as const;
export type ChoiceFilter = (typeof CHOICE_FILTERS)[number];
/** Filters that are on or off. */
export const SWITCHES = ['unread', 'urgent'] as const;

const CHOICES: Readonly<Record<ChoiceFilter, (context: ChoiceContext) => readonly Choice[]>> = {
  group: ({ t, facets }) =>
    (facets?.groups ?? []).map(({ group, count }) => ({ value: group, label: t(`documentsView.group.${group}`), count })),
  due: ({ t }) => DUE_TERMS.map((term) => ({ value: term, label: t(`documentsList.filter.due.${term}`) })),
  assignee: ({ t, users, facets }) => {
    const countOf = (id: string | null) => facets?.assignees.find(({ assigneeId }) => assigneeId === id)?.count;
    const others = (users?.users ?? []).filter((user) => user.id !== users?.currentId && (user.active || countOf(user.id)));
    return [
      { value: ME, label: t('documentsList.filter.me'), count: countOf(users?.currentId ?? '') },
      { value: NOBODY, label: t('documentsList.filter.nobody'), count: countOf(null) },
      ...others.map((user) => ({ value: user.id, label: user.name, count: countOf(user.id) })),
    ];
  },
  month: ({ t, facets }) =>
    (facets?.months ?? []).map(({ month, count }) => ({ value: month, label: formatMonth(month, t.locale), count })),
  archive: ({ t, facets }) => [
    { value: 'missing', label: t('documentsList.filter.missing') },
    ...(facets?.archive ?? []).map(({ state, count }) => ({ value: state, label: t(`documentsView.archive.${state}`), count })),
  ],
  tag: ({ facets }) => (facets?.tags ?? []).map(({ tag, count }) => ({ value: tag, label: tag, count })),
};

const NAMES = {
  group: 'documentsView.filter.group',
  due: 'documentsList.filter.due',
  assignee: 'documentsList.filter.assignee',
  month: 'documentsView.filter.month',
  archive: 'documentsView.filter.archive',
  tag: 'documentsList.filter.tag',
  unread: 'documentsList.filter.unread',
  urgent: 'documentsList.filter.urgent',
  client: 'documentsView.filter.client',
  text: 'documentsList.search',
} as const satisfies Readonly<Record<FilterName, string>>;

export const filterName = (name: FilterName, t: Translator): string => t(NAMES[name]);

export const choicesOf = (name: ChoiceFilter, context: ChoiceContext): readonly Choice[] => CHOICES[name](context);

export const choiceWords = ({ label, count }: Choice): string => (count === undefined ? label : `${label} (${formatCount(count)})`);

const isChoice = (name: FilterName): name is ChoiceFilter => CHOICE_FILTERS.some((one) => one === name);

/** A filter as its chip says it: `Due: in 7 days`. */
export function filterWords(name: FilterName, value: string, context: ChoiceContext): string {
  const called = filterName(name, context.t);
  if (name === 'unread' || name === 'urgent') return called;
  const label = isChoice(name)
    ? choicesOf(name, context).find((choice) => choice.value === value)?.label
    : context.clients.find(({ id }) => id === value)?.name;
  return `${called}${context.t.locale === 'fr' ? '\u202f' : ''}: ${label ?? value}`;
}
