import { useState } from 'react'
import type { Output } from '../../../shared/contract/index.ts'
import { wordsIn } from '../../../shared/contract/letters.ts'
import type { CounterPlace } from '../../../shared/contract/office/settings.ts'
import { servicesWords as words } from '../../../shared/messages/office/services.fr.ts'
import { useCommand } from '../../link/hooks.ts'
import { OpenedForm } from '../../ui/Form.tsx'
import lettering from '../../ui/Lettering.module.css'
import { Button } from '../../ui/Button.tsx'
import { Group } from '../../ui/Column.tsx'
import { Field } from '../../ui/Field.tsx'
import { EditedRows } from '../../ui/EditedRows.tsx'
import { About, Row } from '../../ui/Rows.tsx'
import style from '../Settings.module.css'
import { nextCounter } from './services.ts'
import { ChangedOrWithdrawn, Former } from './Services.tsx'

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
  const set = useCommand('counter.set')
  const withdraw = useCommand('counter.withdraw')
  const next = nextCounter([...counters, ...former].map(({ counterId }) => counterId))
  return (
    <Group title={texts.title}>
      <EditedRows
        label={texts.title}
        things={counters}
        idOf={({ counterId }) => counterId}
        add={texts.add}
        form={(counter, done) => {
          const { counterId, name } = counter ?? { counterId: next, name: { fr: texts.usual(Number(next)) } }
          return (
            <EditName
              start={name.fr}
              onCancel={done}
              onSet={async (fr) => {
                if ('output' in (await set({ counterId, name: { ...name, fr } }))) done()
              }}
            />
          )
        }}
        line={({ counterId, name, printerId }, edit) => (
          <Row wraps>
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
            <ChangedOrWithdrawn
              name={name.fr}
              onChange={edit}
              onWithdraw={() => void withdraw({ counterId })}
            />
          </Row>
        )}
      />
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
        if (wordsIn(name) !== '') void onSet(wordsIn(name))
      }}
    >
      <Field
        label={words.name}
        startsFocused
        value={name}
        error={tried && wordsIn(name) === '' ? words.nameMissing : undefined}
        maxLength={80}
        onChange={setName}
      />
    </OpenedForm>
  )
}
