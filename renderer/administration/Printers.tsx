import { useState } from 'react'
import type { PrinterId } from '../../shared/contract/ids.ts'
import type { Input } from '../../shared/contract/index.ts'
import type { OfficeSettings } from '../../shared/contract/office.ts'
import { settings as texts } from '../../shared/messages/settings.fr.ts'
import { Button } from '../ui/Button.tsx'
import { Group } from '../ui/Column.tsx'
import { Row, Rows } from '../ui/Rows.tsx'
import style from './Administration.module.css'
import type { AdministrationActs } from './AdministrationPage.tsx'
import { printerFrom, screenDraft, type PrinterWrong } from './printer.ts'
import { PrinterFields } from './PrinterFields.tsx'

type Setting = Input<'office.setPrinters'>
const words = texts.administration

const settingOf = ({ printers, ticketPrinterId, counters }: OfficeSettings): Setting => ({
  printers,
  ticketPrinterId,
  counters: counters.map(({ counterId, printerId }) => ({ counterId, printerId })),
})

/** The printers, and who prints where. Each change is one act. */
export function Printers({
  settings,
  onSet,
  onTest,
}: {
  readonly settings: OfficeSettings
  readonly onSet: AdministrationActs['setPrinters']
  readonly onTest: AdministrationActs['testPrinter']
}) {
  const [tested, setTested] = useState('')
  const [adding, setAdding] = useState(false)
  const present = settingOf(settings)

  const remove = (printerId: PrinterId) => {
    const kept = (id: PrinterId | null) => (id === printerId ? null : id)
    return onSet({
      printers: present.printers.filter((printer) => printer.printerId !== printerId),
      ticketPrinterId: kept(present.ticketPrinterId),
      counters: present.counters.map((counter) => ({ ...counter, printerId: kept(counter.printerId) })),
    })
  }

  return (
    <Group title={words.printers}>
      {settings.printers.length === 0 && <p className={style.small}>{words.printersNone}</p>}
      <Rows label={words.printers}>
        {settings.printers.map(({ printerId, name, transport, address, paper }) => (
          <Row key={printerId} className={style.row}>
            <span className={style.what}>
              <span className={style.name}>{name}</span>
              <br />
              <span className={style.small}>
                {[address, texts.printer.papers[paper]].filter(Boolean).join(' · ')}
              </span>
            </span>
            <span className={style.acts}>
              {transport !== 'preview' && (
                <Button
                  size="dense"
                  aria-label={words.testFor(name)}
                  onPress={() => {
                    void onTest(printerId).then((sent) => setTested(sent ? words.testSent(name) : ''))
                  }}
                >
                  {words.test}
                </Button>
              )}
              <Button
                kind="quiet"
                size="dense"
                aria-label={words.removeFor(name)}
                onPress={() => void remove(printerId)}
              >
                {words.remove}
              </Button>
            </span>
          </Row>
        ))}
      </Rows>
      <p role="status" className={style.small}>
        {tested}
      </p>
      {adding ? (
        <AddPrinter
          taken={new Set(settings.printers.map(({ printerId }) => printerId))}
          onCancel={() => setAdding(false)}
          onAdd={async (printer) => {
            if (await onSet({ ...present, printers: [...present.printers, printer] })) setAdding(false)
          }}
        />
      ) : (
        <div className={style.add}>
          <Button onPress={() => setAdding(true)}>{words.printerAdd}</Button>
        </div>
      )}
      <Where
        label={words.ticketPrinter}
        value={present.ticketPrinterId}
        printers={settings.printers.filter(({ paper }) => paper === 'thermal80')}
        onChange={(ticketPrinterId) => void onSet({ ...present, ticketPrinterId })}
      />
      {settings.counters.map(({ counterId, name, printerId }) => (
        <Where
          key={counterId}
          label={words.counterPrinter(name.fr)}
          value={printerId}
          printers={settings.printers}
          onChange={(chosen) =>
            void onSet({
              ...present,
              counters: present.counters.map((counter) =>
                counter.counterId === counterId ? { ...counter, printerId: chosen } : counter,
              ),
            })
          }
        />
      ))}
    </Group>
  )
}

function Where({
  label,
  value,
  printers,
  onChange,
}: {
  readonly label: string
  readonly value: PrinterId | null
  readonly printers: OfficeSettings['printers']
  readonly onChange: (printerId: PrinterId | null) => void
}) {
  return (
    <label className={style.select}>
      {label}
      <select
        value={value ?? ''}
        onChange={(event) =>
          onChange(printers.find(({ printerId }) => printerId === event.target.value)?.printerId ?? null)
        }
      >
        <option value="">{words.none}</option>
        {printers.map(({ printerId, name }) => (
          <option key={printerId} value={printerId}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}

function AddPrinter({
  taken,
  onAdd,
  onCancel,
}: {
  readonly taken: ReadonlySet<string>
  readonly onAdd: (printer: OfficeSettings['printers'][number]) => Promise<void>
  readonly onCancel: () => void
}) {
  const [draft, setDraft] = useState({ ...screenDraft, kind: 'tcp' as typeof screenDraft.kind })
  const [wrong, setWrong] = useState<PrinterWrong>({})
  // The screen is one printer: it is not added twice.
  const kinds = (['tcp', 'cups', 'system', 'screen'] as const).filter(
    (kind) => kind !== 'screen' || !taken.has('ecran'),
  )
  return (
    <form
      noValidate
      className={`${style.edit!} ${style.form!}`}
      onSubmit={(event) => {
        event.preventDefault()
        const made = printerFrom(draft, taken)
        setWrong('wrong' in made ? made.wrong : {})
        if ('printer' in made) void onAdd(made.printer)
      }}
    >
      <PrinterFields draft={draft} kinds={kinds} wrong={wrong} onChange={setDraft} />
      <div className={style.acts}>
        <Button kind="primary" type="submit">
          {words.printerAdd}
        </Button>
        <Button onPress={onCancel}>{words.cancel}</Button>
      </div>
    </form>
  )
}
