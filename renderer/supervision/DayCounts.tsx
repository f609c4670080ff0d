import { count } from '../../shared/messages/format/numbers.ts'
import { needWords as words } from '../../shared/messages/history/needs.fr.ts'
import { supervision } from '../../shared/messages/history/supervision.fr.ts'
import lettering from '../ui/Lettering.module.css'
import { Panel } from '../ui/Table.tsx'
import { FigureHelp } from './FigureHelp.tsx'
import { dayCounts } from './lines.ts'
import type { Present } from './names.ts'
import style from './Needs.module.css'

/** What became of the day's tickets: each is in one line, and they add up. */
export function DayCounts({ view }: { readonly view: Present }) {
  const { counts, tickets } = dayCounts(view)
  return (
    <Panel title={`${words.since} · ${words.tickets(tickets)}`}>
      <FigureHelp figures={['tickets', 'received', 'left', 'absent', 'unserved']} />
      <dl className={style.counts}>
        {(Object.keys(words.counts) as (keyof typeof counts)[]).map((name) => (
          <div key={name}>
            <dt>{count(counts[name])}</dt>
            <dd>{words.counts[name]}</dd>
          </div>
        ))}
      </dl>
      <p className={lettering.note}>{supervision.traces.counts(view.traces.printed, view.traces.handed)}</p>
    </Panel>
  )
}
