import { useState } from 'react'
import type { CounterId } from '../../../shared/contract/ids.ts'
import type { OfficeSettings } from '../../../shared/contract/office/settings.ts'
import { network as words } from '../../../shared/messages/network/network.fr.ts'
import { Choice } from '../../ui/Choice.tsx'
import { Button } from '../../ui/Button.tsx'
import { Group } from '../../ui/Column.tsx'
import { Field } from '../../ui/Field.tsx'
import { Form } from '../../ui/Form.tsx'
import { Select } from '../../ui/Select.tsx'
import form from '../Settings.module.css'
import type { NetworkActs, StationsView } from './acts.ts'
import style from './Network.module.css'
import { pairingFrom, placeOf, rolesFor, type PairingDraft, type PairingWrong } from './pairingDraft.ts'

/** Which station is to be paired, and where it stands. */
export function PairingForm({
  view,
  counters,
  acts,
  draft,
  onChange,
}: {
  readonly view: StationsView
  readonly counters: OfficeSettings['counters']
  readonly acts: Pick<NetworkActs, 'openCode' | 'openLink'>
  readonly draft: PairingDraft
  readonly onChange: (draft: PairingDraft) => void
}) {
  const [wrong, setWrong] = useState<PairingWrong>({})
  const set = (part: Partial<PairingDraft>) => onChange({ ...draft, ...part })
  const counterName = (counterId: CounterId) =>
    counters.find((counter) => counter.counterId === counterId)?.name.fr ?? counterId
  const atCounter = draft.role === 'agent' && draft.counterId !== null
  const chosen = view.door.settings.on !== null
  const ended = view.lastPairing

  const open = async () => {
    const input = pairingFrom(draft, counterName)
    setWrong('wrong' in input ? input.wrong : {})
    if ('code' in input) await acts.openCode(input.code)
    if ('link' in input) await acts.openLink(input.link)
  }

  return (
    <Group title={words.pairTitle}>
      <p role="status" className={ended ? style.ended : undefined}>
        {ended ? words.ends[ended.outcome] : ''}
      </p>
      <p className={style.help}>{words.pairHelp}</p>
      <Form className={form.form} onSend={open}>
        <Choice
          label={words.by}
          value={draft.by}
          options={(['code', 'link'] as const).map((value) => ({ value, title: words.byWords[value] }))}
          onChange={(by) => set(rolesFor(by).includes(draft.role) ? { by } : { by, role: 'display' })}
        />
        <Choice
          label={words.role}
          value={draft.role}
          options={rolesFor(draft.by).map((value) => ({ value, title: words.roles[value] }))}
          onChange={(role) => set({ role, place: null })}
        />
        {draft.role === 'agent' && (
          <div className={form.select}>
            <Select
              label={words.counter}
              value={draft.counterId ?? ''}
              options={[
                ...counters.map(({ counterId, name }) => ({ value: counterId, title: name.fr })),
                { value: '', title: words.noCounter },
              ]}
              onChange={(chosen) => set({ counterId: chosen === '' ? null : chosen })}
            />
          </div>
        )}
        {!atCounter && (
          <Field
            label={words.place}
            detail={words.placeHelp}
            maxLength={60}
            value={placeOf(draft, counterName)}
            error={wrong.place}
            onChange={(place) => set({ place })}
          />
        )}
        {draft.by === 'link' && (
          <Field
            label={words.days}
            inputMode="numeric"
            value={draft.days}
            error={wrong.days}
            onChange={(days) => set({ days })}
          />
        )}
        <div className={form.acts}>
          <Button kind="primary" type="submit" isDisabled={!chosen}>
            {draft.by === 'code' ? words.openCode : words.openLink}
          </Button>
          {!chosen && <span className={form.small}>{words.notChosen}</span>}
        </div>
      </Form>
    </Group>
  )
}
