import { useEffect, useState } from 'react'
import type { YearOfCommitments } from '../../../shared/contract/history/commitments.ts'
import type { Instant } from '../../../shared/contract/ids.ts'
import type { Output } from '../../../shared/contract/index.ts'
import { dateIn } from '../../../shared/domain/core/calendar/index.ts'
import {
  commitmentWords as words,
  figureText,
  measuredOn,
  measures,
  waitText,
} from '../../../shared/messages/history/commitments.fr.ts'
import { app as appWords } from '../../../shared/messages/app.fr.ts'
import { calendarDate } from '../../../shared/messages/format/numbers.ts'
import { useNow } from '../../link/clock.ts'
import { useCommand, useLink } from '../../link/hooks.ts'
import { download } from '../../ui/download.ts'
import { Figure, Table } from '../../ui/Table.tsx'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Check.tsx'
import { Group } from '../../ui/Column.tsx'
import { Prose } from '../../ui/Prose.tsx'
import { Choice } from '../../ui/Choice.tsx'
import shared from '../Settings.module.css'
import style from '../privacy/Duties.module.css'

/** Years that can be chosen: those that an office is asked about. */
const yearsBack = 5

/** What the office kept of its commitments in a year: to read, to print, to save, and to publish. */
export function CommitmentsSection({ zone }: { readonly zone: string }) {
  const link = useLink()
  const thisYear = Number(dateIn(zone, useNow(60_000) as Instant).slice(0, 4))
  const [year, setYear] = useState(thisYear)
  const [read, setRead] = useState<Output<'commitments.get'> | string | null>(null)
  useEffect(() => {
    let current = true
    void link.read('commitments.get', { year }).then((result) => {
      if (current) setRead('error' in result ? result.error.message : result.output)
    })
    return () => {
      current = false
    }
  }, [link, year])
  const save = async () => {
    const result = await link.read('commitments.export', { year })
    if ('error' in result) return setRead(result.error.message)
    const figures = result.output.files.find(({ name }) => name === 'engagements.csv')
    if (!figures) return
    const bytes = new TextEncoder().encode(figures.text)
    download({
      name: `engagements-${year}.csv`,
      type: figures.type,
      base64: btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')),
    })
  }
  return (
    <>
      <section aria-label={words.section}>
        <div className={shared.notPrinted}>
          <p className={shared.small}>{words.help}</p>
          <div className={style.acts}>
            <Choice
              label={words.year}
              value={String(year)}
              options={Array.from({ length: yearsBack }, (_, back) => String(thisYear - back)).map(
                (value) => ({ value, title: value }),
              )}
              onChange={(value) => {
                setRead(null)
                setYear(Number(value))
              }}
            />
            <div className={shared.acts}>
              <Button isDisabled={read === null} onPress={() => window.print()}>
                {words.print}
              </Button>
              <Button isDisabled={read === null} onPress={() => void save()}>
                {words.export}
              </Button>
            </div>
          </div>
          <Published />
        </div>
        {read === null && <p role="status">{appWords.loading}</p>}
        {typeof read === 'string' && <p role="alert">{read}</p>}
      </section>
      {read !== null && typeof read !== 'string' && <Year said={read} />}
    </>
  )
}

/** Whether anyone of the network may read them; read again after each change. */
function Published() {
  const link = useLink()
  const set = useCommand('software.set')
  const [settings, setSettings] = useState<Output<'software.show'>['settings'] | null>(null)
  const [saved, setSaved] = useState(false)
  useEffect(() => {
    void link.read('software.show', {}).then((result) => {
      if ('output' in result) setSettings(result.output.settings)
    })
  }, [link, saved])
  if (settings === null) return null
  return (
    <div className={style.published}>
      <Checkbox
        isSelected={settings.commitments?.published ?? false}
        onChange={(published) => {
          setSaved(false)
          void set({ ...settings, commitments: { published } }).then((result) => {
            if ('output' in result) {
              setSettings({ ...settings, commitments: { published } })
              setSaved(true)
            }
          })
        }}
      >
        {words.publish}
      </Checkbox>
      <p className={shared.small}>{words.publishHelp}</p>
      <p role="status" className={shared.small}>
        {saved ? words.published : ''}
      </p>
    </div>
  )
}

function Year({ said }: { readonly said: YearOfCommitments }) {
  const { columns, serviceColumns } = words
  return (
    <>
      <Group title={words.title(said.office, said.year)}>
        <p className={shared.small}>{said.over ? words.whole : words.soFar(calendarDate(said.until))}</p>
        <Table
          caption={words.title(said.office, said.year)}
          captionHidden
          columns={[
            { title: columns.measure },
            { title: columns.value, figure: true },
            { title: columns.of, figure: true },
            { title: columns.method },
          ]}
        >
          {said.figures.map((figure) => {
            const { title, method, source } = measures[figure.measure]
            return (
              <tr key={figure.measure}>
                <th scope="row" className={style.what}>
                  {title}
                </th>
                <Figure>
                  <span className={figure.value === null ? style.untold : style.value}>
                    {figureText(figure)}
                  </span>
                </Figure>
                <Figure>{measuredOn(figure.of)}</Figure>
                <td className={style.method}>
                  <Prose>{method}</Prose>{' '}
                  <span className={style.source}>
                    <Prose>{words.source(source)}</Prose>
                  </span>
                </td>
              </tr>
            )
          })}
        </Table>
      </Group>
      {said.services.length > 0 && (
        <Group title={words.services}>
          <p className={shared.small}>{words.waits}</p>
          <Table
            caption={words.services}
            captionHidden
            columns={Object.values(serviceColumns).map((title, at) => ({ title, figure: at > 0 }))}
          >
            {said.services.map(({ serviceId, name, people, received, ...waits }) => (
              <tr key={serviceId}>
                <th scope="row">{name}</th>
                <Figure>{people ?? words.untold}</Figure>
                <Figure>{received}</Figure>
                <Figure>{waitText(waits.medianWait, waits.medianAtLeast)}</Figure>
                <Figure>{waitText(waits.p90Wait, waits.p90AtLeast)}</Figure>
              </tr>
            ))}
          </Table>
        </Group>
      )}
      <Group title={words.complain}>
        <p>{words.complainHow}</p>
      </Group>
    </>
  )
}
