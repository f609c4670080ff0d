import { useCallback, useEffect, useState } from 'react'
import type { Output } from '../../../shared/contract/index.ts'
import type { Service } from '../../../shared/contract/office/settings.ts'
import { coordinationWords as words } from '../../../shared/messages/appointments/coordination.fr.ts'
import { hour } from '../../../shared/messages/format/numbers.ts'
import { useLink } from '../../link/hooks.ts'
import { Group } from '../../ui/Column.tsx'
import style from '../Settings.module.css'
import { CoordinationForm } from './CoordinationForm.tsx'

/** The exchanges go on while the page is looked at: read again so often, in milliseconds. */
const renewEvery = 5000

/** The national coordination of titles: how it is reached, what waits, its last exchanges. */
export function CoordinationSection({
  services,
  zone,
}: {
  readonly services: readonly Service[]
  readonly zone: string
}) {
  const link = useLink()
  const [shown, setShown] = useState<Output<'coordination.show'> | null>(null)
  const [wrong, setWrong] = useState<string | null>(null)
  const [asked, setAsked] = useState(0)
  const reload = useCallback(() => setAsked((times) => times + 1), [])
  useEffect(() => {
    let current = true
    void link.read('coordination.show', {}).then((result) => {
      if (!current) return
      setWrong('error' in result ? result.error.message : null)
      if ('output' in result) setShown(result.output)
    })
    const renewing = setTimeout(reload, renewEvery)
    return () => {
      current = false
      clearTimeout(renewing)
    }
  }, [link, asked, reload])
  return (
    <Group title={words.title}>
      <p role="alert">{wrong}</p>
      <p className={style.small}>{words.help}</p>
      <p className={style.small}>{words.neverTried}</p>
      {shown?.coordination && <p className={style.small}>{words.standing(shown.at, shown.waiting, zone)}</p>}
      {shown && <CoordinationForm shown={shown} services={services} onSet={reload} />}
      {shown?.coordination && (
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
