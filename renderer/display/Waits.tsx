import type { Output } from '../../shared/contract/index.ts'
import { hour } from '../../shared/messages/format/numbers.ts'
import { saidLeft, saidWait } from '../../shared/messages/public/saidWait.ts'
import { display as words } from '../../shared/messages/media/display.fr.ts'
import { classes } from '../ui/classes.ts'
import { pageOf } from './strip.ts'
import style from './Waits.module.css'

type View = Output<'display.view'>

/** Letters of the longest name that stands beside its wait: a longer one stands above it. */
const beside = 34

/** Each service's wait, always: what the kiosk says of it, in fewer words. */
export function Waits({
  view: { services, zone },
  now,
  most,
  wide,
}: {
  readonly view: View
  readonly now: number
  /** How many have room. */
  readonly most: number
  /** The table of waits has the whole width. */
  readonly wide: boolean
}) {
  if (services.length === 0) return null
  const above = !wide && services.some(({ name }) => name.fr.length > beside)
  return (
    <section
      className={classes(style.waits, wide && style.wide, above && style.above)}
      aria-label={words.services}
    >
      <p aria-hidden className={style.title}>
        {words.waits}
      </p>
      <ul role="list" className={style.list}>
        {pageOf(services, above ? 2 : most, now).map((service) => {
          const { doubt, text } = saidWait(words.wait, service, (at) => hour(at, zone))
          const left = saidLeft(words.wait, service)
          const long = text.length > 15
          return (
            <li key={service.serviceId}>
              <span
                className={classes(
                  style.name,
                  service.name.fr.length > (left === null ? 28 : 19) && style.small,
                  left !== null && style.counted,
                )}
              >
                {service.name.fr}
                {left !== null && <span className={style.left}>{left}</span>}
              </span>
              <span className={classes(style.wait, doubt !== null && style.doubt, long && style.long)}>
                {text}
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
