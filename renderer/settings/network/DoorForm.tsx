import type { DoorNow } from '../../../shared/contract/network/calls.ts'
import { network as words } from '../../../shared/messages/network/network.fr.ts'
import { Choice } from '../../ui/Choice.tsx'
import { Checkbox } from '../../ui/Check.tsx'
import { Group } from '../../ui/Column.tsx'
import { Field, fieldsOf } from '../../ui/Field.tsx'
import { Form } from '../../ui/Form.tsx'
import { Select } from '../../ui/Select.tsx'
import form from '../Settings.module.css'
import { SaveBar, useEdited } from '../../ui/SaveBar.tsx'
import type { NetworkActs } from './acts.ts'
import { doorDraftOf, doorFrom, type DoorDraft, type DoorWrong } from './doorDraft.ts'

/** On which network the office answers, at which port, with whose certificate. */
export function DoorForm({ door, onSet }: { readonly door: DoorNow; readonly onSet: NetworkActs['set'] }) {
  const { shown, wrong, set, save, bar } = useEdited<DoorDraft, DoorWrong>(doorDraftOf(door.settings))
  const of = fieldsOf(shown, set, wrong)
  return (
    <Group title={words.settingsTitle}>
      <Form className={form.form} onSend={() => save(doorFrom(shown), ({ settings }) => onSet(settings))}>
        <div className={form.select}>
          <Select
            label={words.on}
            value={shown.on}
            options={[{ value: '', title: words.onNone }, ...choicesOf(door, shown.on)]}
            onChange={(on) => set({ on })}
          />
        </div>
        <Field label={words.port} detail={words.portHelp} inputMode="numeric" {...of('port')} />
        <Field label={words.names} detail={words.namesHelp} lines={2} {...of('names')} />
        <Choice
          label={words.certificateBy}
          value={shown.certificate}
          options={(['made', 'own'] as const).map((value) => ({ value, title: words.certificates[value] }))}
          onChange={(certificate) => set({ certificate })}
        />
        {shown.certificate === 'own' && (
          <>
            <Field label={words.chainFile} {...of('chainFile')} />
            <Field label={words.keyFile} {...of('keyFile')} />
          </>
        )}
        <Checkbox isSelected={shown.discoverable} onChange={(discoverable) => set({ discoverable })}>
          {words.discoverable}
        </Checkbox>
        <SaveBar {...bar} />
      </Form>
    </Group>
  )
}

/** The machine's interfaces by their names, and what was chosen before though it is absent now. */
function choicesOf({ interfaces }: DoorNow, on: string) {
  const here = interfaces.map(({ name, addresses }) => ({
    value: name,
    title: words.interface(name, addresses),
  }))
  const known = on === '' || here.some(({ value }) => value === on)
  return known ? here : [{ value: on, title: addressed(interfaces, on) ? on : words.gone(on) }, ...here]
}

const addressed = (interfaces: DoorNow['interfaces'], address: string): boolean =>
  interfaces.some(({ addresses }) => addresses.includes(address))
