import { count, hour } from '../../shared/messages/format/numbers.ts'
import { supervision } from '../../shared/messages/history/supervision.fr.ts'
import { useNow } from '../link/clock.ts'
import { classes } from '../ui/classes.ts'
import type { Present } from './names.ts'
import lettering from '../ui/Lettering.module.css'
import { FigureHelp } from './FigureHelp.tsx'
import style from './Resource.module.css'
import { Panel } from '../ui/Table.tsx'

const words = supervision.resource
const parts = ['engaged', 'appointments', 'free'] as const

/** Counter-minutes left today: all of them, then who they are for. The bar says it again. */
export function Resource({
  day,
  resource,
  sureUntil,
  zone,
}: Pick<Present, 'day' | 'resource' | 'sureUntil' | 'zone'>) {
  const now = useNow(5_000)
  return (
    <Panel title={words.title}>
      <FigureHelp figures={['counterTime']} />
      {resource === null ? (
        <p className={lettering.note}>{day === null ? words.none : words.noClosing}</p>
      ) : (
        <>
          <p className={style.left}>
            <span className={style.total}>{count(resource.total)}</span> <span>{words.unit}</span>
          </p>
          <div className={style.bar} aria-hidden>
            {parts.map((part) => (
              <span key={part} className={style[part]} style={{ flexGrow: Math.max(0, resource[part]) }} />
            ))}
          </div>
          <dl>
            {parts.map((part) => (
              <div key={part} className={style.part}>
                <dt>
                  <span aria-hidden className={classes(style.mark, style[part])} />
                  {words[part]}
                </dt>
                <dd>{count(resource[part])}</dd>
              </div>
            ))}
          </dl>
          {sureUntil !== null && (
            <p className={lettering.note}>
              {sureUntil > now ? words.sureUntil(hour(sureUntil, zone)) : words.sureNoLonger}
            </p>
          )}
        </>
      )}
    </Panel>
  )
}
