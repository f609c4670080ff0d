import { Fragment, useState } from 'react'
import { uuidv7 } from 'uuidv7'
import { firstSource, mostSources } from '../../../shared/contract/appointments/sources.ts'
import type { Output } from '../../../shared/contract/index.ts'
import type { Service } from '../../../shared/contract/office/settings.ts'
import { sourceWords as words } from '../../../shared/messages/appointments/sources.fr.ts'
import { hour } from '../../../shared/messages/format/numbers.ts'
import { useNow } from '../../link/clock.ts'
import { useRead } from '../../link/hooks.ts'
import { Button } from '../../ui/Button.tsx'
import { Group } from '../../ui/Column.tsx'
import lettering from '../../ui/Lettering.module.css'
import { About, Row, Rows } from '../../ui/Rows.tsx'
import style from '../Settings.module.css'
import { SourceForm, type ShownSource } from './SourceForm.tsx'

/** The exchanges go on while the page is looked at: read again so often, in milliseconds. */
const renewEvery = 5000

/** The calendars that the office follows: which, how each is, its last exchanges. */
export function SourceSection({
  services,
  zone,
}: {
  readonly services: readonly Service[]
  readonly zone: string
}) {
  const { shown, wrong, reload } = useRead('source.show', {}, renewEvery)
  return (
    <Group title={words.title}>
      <p role="alert">{wrong}</p>
      <p className={style.small}>{words.help}</p>
      <p className={style.small}>{words.tried}</p>
      {shown && <Sources shown={shown} services={services} zone={zone} onSet={reload} />}
    </Group>
  )
}

/** One row a source, its form under it once it is opened; the only one is open. */
function Sources({
  shown: { sources, returnUri },
  services,
  zone,
  onSet,
}: {
  readonly shown: Output<'source.show'>
  readonly services: readonly Service[]
  readonly zone: string
  readonly onSet: () => void
}) {
  const now = useNow(5_000)
  const [opened, setOpened] = useState<string | null>(null)
  const [added, setAdded] = useState<string | null>(null)
  const isNone = sources.length === 0
  const open = opened ?? (sources.length === 1 && added === null ? sources[0]?.sourceId : undefined)
  // The first has its form at once.
  const adding = isNone ? firstSource : added
  const common = { returnUri, services, zone, onSet }
  return (
    <>
      {!isNone && (
        <Rows label={words.sources}>
          {sources.map((source) => {
            const { sourceId, settings, standing, waiting } = source
            const name = words.nameOf(settings)
            const isOpen = sourceId === open
            return (
              <Fragment key={sourceId}>
                <Row>
                  <About>
                    {name}
                    <span className={lettering.under}>
                      {words.age(standing, now, zone)}
                      {waiting > 0 && ` – ${words.waiting(waiting)}`}
                    </span>
                  </About>
                  {!isOpen && (
                    <Button
                      size="dense"
                      aria-label={words.changeOf(name)}
                      onPress={() => {
                        setAdded(null)
                        setOpened(sourceId)
                      }}
                    >
                      {words.change}
                    </Button>
                  )}
                </Row>
                {isOpen && (
                  <li>
                    <SourceForm sourceId={sourceId} shown={source} {...common} />
                    <Exchanges exchanges={source.exchanges} zone={zone} />
                  </li>
                )}
              </Fragment>
            )
          })}
        </Rows>
      )}
      {adding !== null && (
        <SourceForm
          key={adding}
          sourceId={adding}
          shown={null}
          {...common}
          onSet={() => {
            setAdded(null)
            setOpened(adding)
            onSet()
          }}
        />
      )}
      {!isNone && adding === null && sources.length < mostSources && (
        <Button onPress={() => setAdded(uuidv7())}>{words.add}</Button>
      )}
    </>
  )
}

/** The last exchanges with a source: counts, nobody. */
const Exchanges = ({
  exchanges,
  zone,
}: {
  readonly exchanges: ShownSource['exchanges']
  readonly zone: string
}) => (
  <>
    <h3>{words.exchanges}</h3>
    {exchanges.length === 0 && <p className={style.small}>{words.noExchange}</p>}
    <ul className={style.small}>
      {exchanges.map((one, place) => (
        // Two exchanges may be of the same instant.
        // oxlint-disable-next-line react/no-array-index-key
        <li key={`${one.at} ${place}`}>
          {hour(one.at, zone)} – {words.exchange(one)}
        </li>
      ))}
    </ul>
  </>
)
