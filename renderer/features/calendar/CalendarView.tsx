import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Output } from '#shared/contract/index.ts';
import { addDays, daysBetween, type LocalDate } from '#shared/domain/local-date.ts';
import { useCall } from '../../data/hooks.ts';
import { useReady } from '../../data/ready.ts';
import { useT } from '../../i18n/context.tsx';
import { formatDate, formatDistance, formatMonth, formatPeriod } from '../../i18n/format.ts';
import { Empty } from '../../ui/Empty.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { groupBy } from '../../ui/group-by.ts';
import { View } from '../../ui/View.tsx';
import { Waiting } from '../../ui/Waiting.tsx';
import classes from './CalendarView.module.css';
import { SaveCalendar } from './SaveCalendar.tsx';

type Day = Output<'calendar.list'>['days'][number];
const BACK = 62;
const AHEAD = 130;
const SOON = 5;
const COLUMNS = 5;

/** Filing and payment days of the months around today. */
export function CalendarView(): ReactNode {
  const t = useT();
  const today = useCall('app.status', {}).data?.today;
  const list = useCall(
    'calendar.list',
    { from: today ? addDays(today, -BACK) : '2000-01-01', until: today ? addDays(today, AHEAD) : '2000-01-01' },
    { enabled: today !== undefined },
  );
  useReady(list.data !== undefined);
  const months = groupBy(list.data?.days ?? [], (day) => day.date.slice(0, 7));
  return (
    <View
      testId="view-calendar"
      title={t('frame.nav.calendar')}
      note={today && formatDate(today)}
      actions={today && <SaveCalendar today={today} />}
      scroll
    >
      {list.error ? (
        <div className={classes.padded}>
          <Failure error={list.error} onRetry={() => void list.refetch()} />
        </div>
      ) : !list.data || !today ? (
        <Waiting rows={10} />
      ) : list.data.days.length === 0 ? (
        <Empty title={t('calendarView.empty')} testId="state-empty">
          {t('calendarView.emptyText')}
        </Empty>
      ) : (
        <div className={classes.months}>
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">{t('calendarView.column.file')}</th>
                <th scope="col">{t('calendarView.column.period')}</th>
                <th scope="col">{t('calendarView.column.legal')}</th>
                <th scope="col">{t('calendarView.column.payBy')}</th>
                <th scope="col" data-align="end">
                  {t('calendarView.column.returns')}
                </th>
              </tr>
            </thead>
            {[...months].map(([month, days]) => (
              <tbody key={month}>
                <tr>
                  <th className={classes.month} colSpan={COLUMNS} scope="rowgroup">
                    {formatMonth(month, t.locale)}
                  </th>
                </tr>
                {days.map((day) => (
                  <DayRow key={day.periodKey} day={day} today={today} />
                ))}
              </tbody>
            ))}
          </table>
        </div>
      )}
    </View>
  );
}

function DayRow({ day, today }: { readonly day: Day; readonly today: LocalDate }): ReactNode {
  const t = useT();
  const left = daysBetween(today, day.date);
  const open = day.returns - day.filed - day.proven;
  const share = (count: number): string => `${(100 * count) / day.returns}%`;
  const tone = open <= 0 ? undefined : left < 0 ? 'danger' : left <= SOON ? 'warn' : undefined;
  return (
    <tr data-past={left < 0 || undefined} data-testid="calendar-day">
      <td data-tone={tone}>
        {formatDate(day.date)} <span className={classes.distance}>{formatDistance(today, day.date, t)}</span>
      </td>
      <td>
        <Link className={classes.link} to={`/vat?month=${monthOf(day.periodKey)}`}>
          {formatPeriod(day.periodKey, t)}
        </Link>
      </td>
      <td data-quiet={day.legal === day.date || undefined}>{formatDate(day.legal)}</td>
      <td data-moved={day.payBy !== day.date || undefined}>{formatDate(day.payBy)}</td>
      <td data-align="end">
        {day.returns === 0 ? '–' : t(day.filed > 0 ? 'calendarView.filed' : 'calendarView.proven', day)}
        {day.returns > 0 && (
          <span className={classes.track} aria-hidden>
            <span className={classes.fill} style={{ width: share(day.proven) }} />
            <span className={classes.filed} style={{ width: share(day.filed) }} />
          </span>
        )}
      </td>
    </tr>
  );
}

/** The board's month of a period: the month itself, or the last of the quarter. */
const monthOf = (key: string): string => {
  const quarter = /^(\d{4})-Q([1-4])$/.exec(key);
  return quarter ? `${quarter[1]}-${String(Number(quarter[2]) * 3).padStart(2, '0')}` : key;
};
