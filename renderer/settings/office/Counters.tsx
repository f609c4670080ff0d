import { useState } from 'react'
import type { CounterId } from '../../../shared/contract/ids.ts'
import type { Output } from '../../../shared/contract/index.ts'
import type { CounterPlace } from '../../../shared/contract/office/settings.ts'
import { premisesWords as words } from '../../../shared/messages/office/services.fr.ts'
import { useCommand } from '../../link/hooks.ts'
import { OpenedForm } from '../../ui/Form.tsx'
import lettering from '../../ui/Lettering.module.css'
import { Twice } from '../../ui/Twice.tsx'
import { Button } from '../../ui/Button.tsx'
import { Group } from '../../ui/Column.tsx'
import { Field } from '../../ui/Field.tsx'
import { About, Row, Rows } from '../../ui/Rows.tsx'
import style from '../Settings.module.css'
import { nextCounter } from './services.ts'
import { Former } from './Services.tsx'

const texts = words.counters

/** The counters by their names; those that were withdrawn can come back. */
export function Counters({
  counters,
  former,
  onPrinters,
}: {
  readonly counters: readonly CounterPlace[]
  readonly former: Output<'premises.view'>['formerCounters']
  readonly onPrinters: () => void
}) {
  const [edited, setEdited] = useState<CounterId | 'new' | null>(null)
  const set = useCommand('counter.set')
  const withdraw = useCommand('counter.withdraw')
  const next = nextCounter([...counters, ...former].map(({ counterId }) => counterId))
  const form = (counterId: CounterId, name: CounterPlace['name']) => (
    <EditName
      start={name.fr}
      onCancel={() => setEdited(null)}
      onSet={async (fr) => {
        if ('output' in (await set({ counterId, name: { ...name, fr } }))) setEdited(null)
      }}
    />
  )
  return (
    <Group title={texts.title}>
      <Rows label={texts.title}>
        {counters.map(({ counterId, name, printerId }) =>
          edited === counterId ? (
            <li key={counterId}>{form(counterId, name)}</li>
          ) : (
            <Row key={counterId} wraps>
              <About least={160}>
                <span className={lettering.strong}>{name.fr}</span>
                {printerId === null && (
                  <span className={style.lacks}>
                    {texts.noPrinter}{' '}
                    <Button
                      kind="quiet"
                      size="dense"
                      aria-label={`${texts.givePrinter}, ${name.fr}`}
                      onPress={onPrinters}
                    >
                      {texts.givePrinter}
                    </Button>
                  </span>
                )}
              </About>
              <span className={style.acts}>
                <Button
                  size="dense"
                  aria-label={words.changeFor(name.fr)}
                  onPress={() => setEdited(counterId)}
                >
                  {words.change}
                </Button>
                <Twice
                  kind="quiet"
                  size="dense"
                  label={words.withdraw}
                  name={words.withdrawFor(name.fr)}
                  confirm={words.withdrawSure}
                  onAct={() => void withdraw({ counterId })}
                />
              </span>
            </Row>
          ),
        )}
      </Rows>
      {edited === 'new' ? (
        form(next, { fr: texts.usual(Number(next)) })
      ) : (
        <div className={style.add}>
          <Button onPress={() => setEdited('new')}>{texts.add}</Button>
        </div>
      )}
      <Former
        things={former.map((counter) => ({
          id: counter.counterId,
          name: counter.name.fr,
          onBack: () => void set(counter),
        }))}
      />
    </Group>
  )
}

function EditName({
  start,
  onSet,
  onCancel,
}: {
  readonly start: string
  readonly onSet: (name: string) => Promise<void>
  readonly onCancel: () => void
}) {
  const [name, setName] = useState(start)
  const [tried, setTried] = useState(false)
  return (
    <OpenedForm
      act={words.save}
      cancel={words.cancel}
      narrow
      onCancel={onCancel}
      onSend={() => {
        setTried(true)
        if (name.trim() !== '') void onSet(name.trim())
      }}
    >
      <Field
        label={words.name}
        startsFocused
        value={name}
        error={tried && name.trim() === '' ? words.nameMissing : undefined}
        maxLength={80}
        onChange={setName}
      />
    </OpenedForm>
  )
}
