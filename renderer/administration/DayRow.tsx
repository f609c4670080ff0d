import type { Output } from '../../shared/contract/index.ts'
import { homeWords } from '../../shared/messages/office/home.fr.ts'
import { settings } from '../../shared/messages/office/settings.fr.ts'
import { openStation } from '../link/shell.ts'
import { useCommand, useView } from '../link/hooks.ts'
import { Button } from '../ui/Button.tsx'
import { useStartingFocus } from '../ui/startingFocus.ts'
import style from './HomePage.module.css'
import { closedDaySaid } from './matters.ts'

const words = homeWords.day

/** The day, and the stations that a morning opens; in a browser or at a paired station, how each is opened. */
export function DayRow({
  name,
  day,
  closed,
  zone,
  follows,
  following,
  primary,
  first,
}: {
  readonly name: string
  readonly day: Output<'office.view'>['day']
  /** Its hours have the office closed for the rest of today, and until when. */
  readonly closed: Output<'office.view'>['closed']
  readonly zone: string
  /** This machine follows the host: it opens no day. */
  readonly follows: boolean
  /** How it stands with that host: where it does not answer, a row under this one says so. */
  readonly following: string | null
  /** Opening the day is the page's next act. */
  readonly primary: boolean
  /** Nothing came out of the office yet: whoever has just made it goes on by one key. */
  readonly first: boolean
}) {
  const open = useCommand('day.open')
  const own = useView('station.me', {})
  const isPaired = own !== undefined && own.station !== null
  const opens = isPaired ? undefined : openStation
  const elsewhere = isPaired ? [settings.administration.stationsPaired] : words.browser
  const fresh = day !== null && !day.stale
  const isNext = primary && !fresh && !follows
  const unopened = closedDaySaid(name, follows)
  const act = useStartingFocus(isNext && first)
  return (
    <section aria-label={words.label} className={style.day}>
      <div className={style.said}>
        <p role="status" className={style.strong}>
          {fresh ? words.open(day.openedAt, zone) : day ? words.stale : unopened.title}
        </p>
        <p className={style.small}>
          {fresh
            ? day.closesAt !== null && words.until(day.closesAt, zone)
            : day
              ? words.staleHelp
              : unopened.help}
        </p>
        {following !== null && <p className={style.small}>{following}</p>}
        {!fresh && closed !== null && <p className={style.small}>{words.over(closed.reopensAt, zone)}</p>}
        {!opens &&
          own !== undefined &&
          elsewhere.map((text) => (
            <p key={text} className={style.small}>
              {text}
            </p>
          ))}
      </div>
      <div className={style.acts}>
        {!fresh && !follows && (
          <Button ref={act} kind={isNext ? 'primary' : 'plain'} onPress={() => void open({})}>
            {words.act}
          </Button>
        )}
        {opens &&
          (['counter', 'kiosk', 'display'] as const).map((station) => (
            <Button key={station} onPress={() => opens(station)}>
              {words[station]}
            </Button>
          ))}
      </div>
    </section>
  )
}
