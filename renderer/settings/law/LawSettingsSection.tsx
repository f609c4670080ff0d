import { useState } from 'react'
import type { LawSettings } from '../../../shared/contract/office/settings.ts'
import { law } from '../../../shared/messages/law/law.fr.ts'
import { useCommand, useView } from '../../link/hooks.ts'
import { Form } from '../../ui/Form.tsx'
import halves from '../../ui/Halves.module.css'
import { SaveBar } from '../../ui/SaveBar.tsx'
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
  const set = useCommand('office.setLaw')
  // Null while nothing is being typed: the page then shows what the host says.
  const [typed, setTyped] = useState<LawDraft | null>(null)
  const [isSaved, setSaved] = useState(false)
  const draft = typed ?? lawDraft(settings)
  const inForce = (rules?.procedures ?? []).filter((one) => one.inForce)
  const change = (next: Partial<LawDraft>) => {
    setSaved(false)
    setTyped({ ...draft, ...next })
  }
  const save = async () => {
    if (!('output' in (await set(lawFrom(draft))))) return
    setTyped(null)
    setSaved(true)
  }
  return (
    <div className={page.page}>
      <div className={halves.halves}>
        <Exchanges chosen={draft.exchanges} onChange={(exchanges) => change({ exchanges })} />
        <div>
          <Ballots ballots={draft.ballots} onChange={(ballots) => change({ ballots })} />
          {rules === undefined ? (
            <p className={page.reading}>{words.reading}</p>
          ) : (
            <>
              <Regulations
                procedures={inForce}
                regulations={draft.regulations}
                onChange={(regulations) => change({ regulations })}
              />
              <Remedies
                procedures={inForce}
                remedies={draft.remedies}
                onChange={(remedies) => change({ remedies })}
              />
            </>
          )}
        </div>
      </div>
      <Form onSend={save}>
        <SaveBar changed={typed !== null} saved={isSaved} wrong={0} onCancel={() => setTyped(null)} />
      </Form>
    </div>
  )
}
