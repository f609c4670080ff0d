import type { Service } from '../../../shared/contract/office/settings.ts'
import { sourceWords as words } from '../../../shared/messages/appointments/sources.fr.ts'
import { hour } from '../../../shared/messages/format/numbers.ts'
import { useNow } from '../../app/clock.ts'
import { useRead } from '../../link/hooks.ts'
import { Group } from '../../ui/Column.tsx'
import style from '../Settings.module.css'
import { SourceForm } from './SourceForm.tsx'

/** The exchanges go on while the page is looked at: read again so often, in milliseconds. */
const renewEvery = 5000

/** The calendar that the office follows: which, how it is, its last exchanges. */
export function SourceSection({
  services,
  zone,
}: {
  readonly services: readonly Service[]
  readonly zone: string
}) {
  const now = useNow(5_000)
  const { shown, wrong, reload } = useRead('source.show', {}, renewEvery)
  return (
    <Group title={words.title}>
      <p role="alert">{wrong}</p>
      <p className={style.small}>{words.help}</p>
      <p className={style.small}>{words.tried}</p>
      {shown?.standing && <p className={style.small}>{words.age(shown.standing, now, zone)}</p>}
      {shown && <SourceForm shown={shown} services={services} zone={zone} onSet={reload} />}
      {shown?.source && (
        <>
          <h3>{words.exchanges}</h3>
          {shown.exchanges.length === 0 && <p className={style.small}>{words.noExchange}</p>}
          <ul className={style.small}>
            {shown.exchanges.map((one, place) => (
              // Two exchanges may be of the same instant.
              // oxlint-disable-next-line react/no-array-index-key
              <li key={`${one.at} ${place}`}>
                {hour(one.at, zone)} – {words.exchange(one)}
              </li>
            ))}
          </ul>
        </>
      )}
    </Group>
  )
}
