import { useRef, useState } from 'react'
import type { PrinterId } from '../../../shared/contract/ids.ts'
import type { Input } from '../../../shared/contract/index.ts'
import type { OfficeSettings } from '../../../shared/contract/office/settings.ts'
import { settings as texts } from '../../../shared/messages/office/settings.fr.ts'
import { useRead, useView } from '../../link/hooks.ts'
import { Button } from '../../ui/Button.tsx'
import { OpenedForm } from '../../ui/Form.tsx'
import lettering from '../../ui/Lettering.module.css'
import { About, Row, Rows } from '../../ui/Rows.tsx'
import { Select } from '../../ui/Select.tsx'
import style from '../Settings.module.css'
import type { AdministrationActs } from '../acts.ts'
import {
  draftOf,
  printerFrom,
  printerKinds,
  screenDraft,
  type PrinterDraft,
  type PrinterWrong,
} from './printer.ts'
import { PrinterFields } from './PrinterFields.tsx'

type Setting = Input<'office.setPrinters'>
const words = texts.administration

const settingOf = ({ printers, ticketPrinterId, counters }: OfficeSettings): Setting => ({
  printers,
  ticketPrinterId,
  counters: counters.map(({ counterId, printerId }) => ({ counterId, printerId })),
})

/** Whether something is printed there: tickets, a counter's documents, the morning sheet. */
const isUsed = ({ ticketPrinterId, counters, rules }: OfficeSettings, id: PrinterId): boolean =>
  ticketPrinterId === id || rules.sheetPrinterId === id || counters.some(({ printerId }) => printerId === id)

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
  const where = useRef<HTMLHeadingElement>(null)
  const states = useView('printing.view', {})?.printers ?? []
  /** The printer that is being changed, or a new one. */
  const [edited, setEdited] = useState<PrinterId | 'new' | null>(null)
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
    <section aria-label={words.printers}>
      {settings.printers.length === 0 && <p className={style.small}>{words.printersNone}</p>}
      <Rows label={words.printers}>
        {settings.printers.map((printer) =>
          edited === printer.printerId ? (
            <li key={printer.printerId}>
              <EditPrinter
                start={draftOf(printer)}
                act={words.printerKeep}
                taken={new Set()}
                kept={printer.printerId}
                hasScreen
                onCancel={() => setEdited(null)}
                onSave={async (changed) => {
                  const printers = present.printers.map((one) =>
                    one.printerId === changed.printerId ? changed : one,
                  )
                  if (await onSet({ ...present, printers })) setEdited(null)
                }}
              />
            </li>
          ) : (
            <OnePrinter
              key={printer.printerId}
              printer={printer}
              problem={states.find(({ printerId }) => printerId === printer.printerId)?.problem ?? null}
              isUsed={isUsed(settings, printer.printerId)}
              onTest={() =>
                void onTest(printer.printerId).then((sent) =>
                  setTested(sent ? words.testSent(printer.name) : ''),
                )
              }
              onChange={() => setEdited(printer.printerId)}
              onRemove={() => void remove(printer.printerId)}
              onUse={() => where.current?.focus()}
            />
          ),
        )}
      </Rows>
      <p role="status" className={style.small}>
        {tested}
      </p>
      {edited === 'new' ? (
        <EditPrinter
          start={{ ...screenDraft, kind: 'tcp' }}
          act={words.printerAdd}
          taken={new Set(settings.printers.map(({ printerId }) => printerId))}
          hasScreen={settings.printers.some(({ printerId }) => printerId === 'ecran')}
          onCancel={() => setEdited(null)}
          onSave={async (printer) => {
            if (await onSet({ ...present, printers: [...present.printers, printer] })) setEdited(null)
          }}
        />
      ) : (
        <div className={style.add}>
          <Button onPress={() => setEdited('new')}>{words.printerAdd}</Button>
        </div>
      )}
      <h2 ref={where} tabIndex={-1} className={style.where}>
        {words.where}
      </h2>
      <Where
        label={words.ticketPrinter}
        value={present.ticketPrinterId}
        printers={settings.printers.filter(({ paper }) => paper === 'thermal80' || paper === 'thermal58')}
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
    </section>
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
    <div className={style.select}>
      <Select
        label={label}
        value={value ?? ''}
        options={[
          { value: '', title: words.none },
          ...printers.map(({ printerId, name }) => ({ value: printerId, title: name })),
        ]}
        onChange={(chosen) => onChange(chosen === '' ? null : chosen)}
      />
    </div>
  )
}

/** A printer and what it is; the screen prints nothing and has nothing to change. */
const OnePrinter = ({
  printer: { name, transport, address, paper },
  problem,
  isUsed: used,
  onTest,
  onChange,
  onRemove,
  onUse,
}: {
  readonly printer: OfficeSettings['printers'][number]
  /** Why it prints nothing now: a test that does not come out says so here. */
  readonly problem: string | null
  readonly isUsed: boolean
  readonly onTest: () => void
  readonly onChange: () => void
  readonly onRemove: () => void
  /** Where it is said what is printed on it. */
  readonly onUse: () => void
}) => (
  <Row wraps>
    <About least={160}>
      <span className={lettering.strong}>{name}</span>
      <br />
      <span className={style.small}>
        {transport === 'preview'
          ? words.printerScreen
          : [address, texts.printer.papers[paper]].filter(Boolean).join(' · ')}
      </span>
      {problem !== null && (
        <span role="alert" className={style.lacks}>
          {problem}
        </span>
      )}
      {!used && transport !== 'preview' && (
        <span className={style.lacks}>
          {words.printerUnused}{' '}
          <Button kind="quiet" size="dense" aria-label={`${words.printerUse}, ${name}`} onPress={onUse}>
            {words.printerUse}
          </Button>
        </span>
      )}
    </About>
    <span className={style.acts}>
      {transport !== 'preview' && (
        <>
          <Button size="dense" aria-label={words.testFor(name)} onPress={onTest}>
            {words.test}
          </Button>
          <Button size="dense" aria-label={words.printerChangeFor(name)} onPress={onChange}>
            {words.printerChange}
          </Button>
        </>
      )}
      <Button kind="quiet" size="dense" aria-label={words.removeFor(name)} onPress={onRemove}>
        {words.remove}
      </Button>
    </span>
  </Row>
)

function EditPrinter({
  start,
  act,
  taken,
  kept,
  hasScreen,
  onSave,
  onCancel,
}: {
  readonly start: PrinterDraft
  readonly act: string
  readonly taken: ReadonlySet<string>
  readonly kept?: PrinterId
  /** The screen is one printer: it is not added twice, and a printer doesn't become it. */
  readonly hasScreen: boolean
  readonly onSave: (printer: OfficeSettings['printers'][number]) => Promise<void>
  readonly onCancel: () => void
}) {
  const [draft, setDraft] = useState(start)
  const [wrong, setWrong] = useState<PrinterWrong>({})
  const { shown: found, code } = useRead('printers.found', {})
  return (
    <OpenedForm
      act={act}
      cancel={words.cancel}
      narrow
      onCancel={onCancel}
      onSend={() => {
        const made = printerFrom(draft, taken, kept)
        setWrong('wrong' in made ? made.wrong : {})
        if ('printer' in made) void onSave(made.printer)
      }}
    >
      <PrinterFields
        draft={draft}
        kinds={printerKinds.filter((kind) => kind !== 'screen' || !hasScreen)}
        wrong={wrong}
        options
        queues={found?.queues ?? []}
        elsewhere={code === 'onlyAtHost'}
        onChange={setDraft}
      />
    </OpenedForm>
  )
}
