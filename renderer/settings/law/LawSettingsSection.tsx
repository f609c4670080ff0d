import type { LawSettings } from '../../../shared/contract/office/settings.ts'
import { law } from '../../../shared/messages/law/law.fr.ts'
import { useCommand, useView } from '../../link/hooks.ts'
import { Form } from '../../ui/Form.tsx'
import halves from '../../ui/Halves.module.css'
import { SaveBar, useEdited } from '../../ui/SaveBar.tsx'
import { Ballots } from './Ballots.tsx'
import { Exchanges } from './Exchanges.tsx'
import page from './Law.module.css'
import { lawDraft, lawFrom, type LawDraft } from './lawDraft.ts'
import { Regulations } from './Regulations.tsx'
import { Remedies } from './Remedies.tsx'

const words = law.settings

/** What the law leaves to the office itself: exchanges that work here, ballots ahead, its regulations, where to contest. */
export function LawSettingsSection({ settings }: { readonly settings: LawSettings }) {
  const rules = useView('law.procedures', {})
  const setLaw = useCommand('office.setLaw')
  const { shown, set, save, bar } = useEdited<LawDraft, object>(lawDraft(settings))
  const inForce = (rules?.procedures ?? []).filter((one) => one.inForce)
  return (
    <div className={page.page}>
      <div className={halves.halves}>
        <Exchanges chosen={shown.exchanges} onChange={(exchanges) => set({ exchanges })} />
        <div>
          <Ballots ballots={shown.ballots} onChange={(ballots) => set({ ballots })} />
          {rules === undefined ? (
            <p className={page.reading}>{words.reading}</p>
          ) : (
            <>
              <Regulations
                procedures={inForce}
                regulations={shown.regulations}
                onChange={(regulations) => set({ regulations })}
              />
              <Remedies
                procedures={inForce}
                remedies={shown.remedies}
                onChange={(remedies) => set({ remedies })}
              />
            </>
          )}
        </div>
      </div>
      <Form
        onSend={() =>
          save({ law: lawFrom(shown) }, async ({ law: made }) => 'output' in (await setLaw(made)))
        }
      >
        <SaveBar {...bar} />
      </Form>
    </div>
  )
}
