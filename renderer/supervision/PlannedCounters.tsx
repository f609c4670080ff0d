import { useId } from 'react'
import type { Output } from '../../shared/contract/index.ts'
import { clockTime, forecastWords as words } from '../../shared/messages/waits/forecast.fr.ts'
import { useAct, useView } from '../link/hooks.ts'
import { Button } from '../ui/Button.tsx'
import lettering from '../ui/Lettering.module.css'
import { Select } from '../ui/Select.tsx'
import style from './Forecast.module.css'
import page from './Supervision.module.css'

/** Counters by half-hour: minutes since midnight. */
export type Plan = readonly { readonly from: number; readonly counters: number }[]

/** The counters planned for a day of the week, by half-hour: tried at once in the forecast above, kept when it is said. */
export function PlannedCounters({
  said,
  weekday,
  counters: held,
  draft,
  onDraft,
  onKept,
}: {
  readonly said: Output<'waits.forecast'>
  /** 1 Monday to 7 Sunday. */
  readonly weekday: number
  /** How many the office has. */
  readonly counters: number
  readonly draft: Plan | null
  readonly onDraft: (plan: Plan | null) => void
  /** The plan was kept, or taken back: the forecast is another. */
  readonly onKept: () => void
}) {
  const act = useAct()
  const title = useId()
  const view = useView('rules.view', {})
  const kept = view?.rules?.plannedCounters ?? []
  const others = kept.filter((one) => one.weekday !== weekday)
  const most = Math.max(held, ...said.halfHours.map(({ counters }) => counters))
  const plan = draft ?? said.halfHours.map(({ from, counters }) => ({ from, counters: Math.round(counters) }))
  const set = async (plannedCounters: typeof kept) => {
    if ((await act('rules.set', { rules: { plannedCounters } })) !== null) onKept()
  }
  return (
    <section aria-labelledby={title} className={style.planned}>
      <h3 id={title} className={lettering.label}>
        {words.plan.title(weekday)}
      </h3>
      <p className={lettering.small}>{words.plan.help(weekday)}</p>
      <div className={style.halves}>
        {plan.map(({ from, counters }) => (
          <Select
            key={from}
            label={clockTime(from)}
            value={String(counters)}
            onChange={(value) =>
              onDraft(plan.map((one) => (one.from === from ? { from, counters: Number(value) } : one)))
            }
            options={Array.from({ length: Math.ceil(most) + 1 }, (_, value) => ({
              value: String(value),
              title: String(value),
            }))}
          />
        ))}
      </div>
      <div className={page.row}>
        <Button
          size="dense"
          isDisabled={draft === null || view === undefined}
          onPress={() => void set([...others, { weekday, halfHours: [...plan] }])}
        >
          {words.plan.keep(weekday)}
        </Button>
        {draft !== null && (
          <Button size="dense" onPress={() => onDraft(null)}>
            {words.plan.cancel}
          </Button>
        )}
        {draft === null && said.planned === 'set' && (
          <Button size="dense" onPress={() => void set(others)}>
            {words.plan.forget}
          </Button>
        )}
      </div>
    </section>
  )
}
