import { useState } from 'react'
import type { Output } from '../../../shared/contract/index.ts'
import { legible } from '../../../shared/domain/media/legible.ts'
import { screensWords as words } from '../../../shared/messages/media/screens.fr.ts'
import { Choice } from '../../ui/Choice.tsx'
import { useCommand, useView } from '../../link/hooks.ts'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Check.tsx'
import { Group } from '../../ui/Column.tsx'
import { EditedRows } from '../../ui/EditedRows.tsx'
import { Field, fieldsOf } from '../../ui/Field.tsx'
import { OpenedForm } from '../../ui/Form.tsx'
import lettering from '../../ui/Lettering.module.css'
import { About, Row } from '../../ui/Rows.tsx'
import form from '../Settings.module.css'
import { screenDraft, screenFrom, type ScreenDraft } from './screenDraft.ts'

type Shown = Output<'screens.view'>['screens'][number]

const nameOf = ({ name }: Shown): string => name ?? words.usual

/** The displays, each with whether its numbers are read from the farthest seat, and how it is seen and heard. */
export function Screens() {
  const view = useView('screens.view', {})
  if (!view) return null
  return (
    <Group title={words.title}>
      <EditedRows
        label={words.title}
        things={view.screens}
        idOf={({ stationId }) => stationId ?? ''}
        form={(screen, done) => screen && <EditScreen screen={screen} onDone={done} />}
        line={(screen, edit) => (
          <Row wraps>
            <About least={160}>
              <span className={lettering.strong}>{nameOf(screen)}</span>
              <br />
              <span className={form.small}>
                {screen.own ? legibilityText(screen.settings) : words.asUsual}
              </span>
            </About>
            <Button size="dense" aria-label={words.changeFor(nameOf(screen))} onPress={edit}>
              {words.change}
            </Button>
          </Row>
        )}
      />
    </Group>
  )
}

/** Whether the called number is read from the farthest seat, in a sentence. */
const legibilityText = (measured: Parameters<typeof legible>[0]): string => {
  const found = legible(measured)
  return found === null ? words.unknown : words.legible(found)
}

function EditScreen({ screen, onDone }: { readonly screen: Shown; readonly onDone: () => void }) {
  const set = useCommand('screen.set')
  const [draft, setDraft] = useState(() => screenDraft(screen.settings))
  const made = screenFrom(draft)
  const wrong = 'wrong' in made ? made.wrong : {}
  const change = (part: Partial<ScreenDraft>) => setDraft({ ...draft, ...part })
  const of = fieldsOf(draft, change, wrong)
  return (
    <OpenedForm
      act={words.save}
      cancel={words.cancel}
      narrow
      aria-label={nameOf(screen)}
      onCancel={onDone}
      onSend={async () => {
        if ('wrong' in made) return
        const result = await set({ stationId: screen.stationId, settings: made.settings })
        if ('output' in result) onDone()
      }}
    >
      <p className={form.small}>{words.measure}</p>
      <div className={form.pair}>
        <Field label={words.diagonal} startsFocused {...of('diagonal')} maxLength={3} />
        <Field label={words.distance} {...of('distance')} maxLength={2} />
      </div>
      <p role="status">{'settings' in made ? legibilityText(made.settings) : ''}</p>
      <Choice
        label={words.flash}
        value={draft.flash}
        options={(['none', 'once', 'thrice'] as const).map((value) => ({
          value,
          title: words.flashes[value],
        }))}
        onChange={(flash) => change({ flash })}
      />
      <Field label={words.volume} {...of('volume')} maxLength={3} />
      <Checkbox isSelected={draft.chime} onChange={(chime) => change({ chime })}>
        {words.chime}
      </Checkbox>
      <Checkbox isSelected={draft.voice} onChange={(voice) => change({ voice })}>
        {words.voice}
      </Checkbox>
      <Checkbox isSelected={draft.still === true} onChange={(still) => change({ still })}>
        {words.still}
      </Checkbox>
      <p className={form.small}>{words.stillHelp}</p>
    </OpenedForm>
  )
}
