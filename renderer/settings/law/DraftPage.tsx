import { ArrowLeft } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { Output } from '../../../shared/contract/index.ts'
import { wordsIn } from '../../../shared/contract/letters.ts'
import { law, typeset } from '../../../shared/messages/law/law.fr.ts'
import { useCommand, useRead } from '../../link/hooks.ts'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Check.tsx'
import { Field } from '../../ui/Field.tsx'
import lettering from '../../ui/Lettering.module.css'
import { Status } from '../../ui/Status.tsx'
import { DraftSection } from './DraftSection.tsx'
import style from './Draft.module.css'
import page from './Law.module.css'
import { PackDraft } from './PackDraft.tsx'

const words = law.drafts
type Draft = Output<'drafts.show'>

/** A draft beside its fiche: each part is validated by name; then it makes a package. */
export function DraftPage({
  draftId,
  onBack,
  onPackages,
}: {
  readonly draftId: string
  readonly onBack: () => void
  readonly onPackages: () => void
}) {
  const { shown: draft, wrong, reload } = useRead('drafts.show', { draftId })
  return (
    <div className={page.page}>
      <div>
        <Button kind="quiet" size="dense" icon={<ArrowLeft aria-hidden size={18} />} onPress={onBack}>
          {words.back}
        </Button>
      </div>
      {draft === null && wrong === null && <p className={page.reading}>{words.reading}</p>}
      {wrong !== null && <p className={lettering.wrong}>{wrong}</p>}
      {draft !== null && <Whole draft={draft} onChanged={reload} onPackages={onPackages} />}
    </div>
  )
}

function Whole({
  draft: { draftId, title, mention, url, sections },
  onChanged,
  onPackages,
}: {
  readonly draft: Draft
  readonly onChanged: () => void
  readonly onPackages: () => void
}) {
  const validate = useCommand('draft.validate')
  const [by, setBy] = useState('')
  const [isWrong, setWrong] = useState(false)
  const [isOnly, setOnly] = useState(false)
  const [message, setMessage] = useState('')
  const heading = useRef<HTMLHeadingElement>(null)
  const name = useRef<HTMLDivElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const parts = sections.flatMap((section) => section.parts)
  const waiting = parts.filter(({ validated }) => validated === null).length

  const send = async (partIds: readonly string[]) => {
    setWrong(wordsIn(by) === '')
    if (wordsIn(by) === '') {
      name.current?.querySelector('input')?.focus()
      return
    }
    const result = await validate({ draftId, partIds: [...partIds], by: wordsIn(by) })
    if (!('output' in result)) return
    setMessage(words.left(result.output.waiting))
    onChanged()
  }
  const shown = isOnly
    ? sections
        .map((section) => ({
          ...section,
          parts: section.parts.filter(({ validated }) => validated === null),
        }))
        .filter((section) => section.parts.length > 0)
    : sections

  return (
    <>
      <h2 ref={heading} tabIndex={-1} className={lettering.title}>
        {title}
      </h2>
      <p className={page.help}>{typeset(mention)}</p>
      {url !== null && <p className={page.link}>{url}</p>}
      <div className={style.draftHead}>
        <div ref={name} className={style.name}>
          <Field
            label={words.name}
            detail={words.nameHelp}
            value={by}
            maxLength={80}
            autoComplete="name"
            error={isWrong ? words.nameMissing : undefined}
            onChange={(text) => {
              setWrong(false)
              setBy(text)
            }}
          />
        </div>
        <Checkbox isSelected={isOnly} onChange={setOnly}>
          {words.onlyWaiting}
        </Checkbox>
        <Status tone={waiting > 0 ? 'attention' : 'done'}>{words.waiting(waiting, parts.length)}</Status>
        <span role="status" className={lettering.small}>
          {message}
        </span>
      </div>
      {shown.length === 0 && <p className={page.help}>{words.nothingWaits}</p>}
      {shown.map((section) => (
        <DraftSection key={section.title} section={section} onValidate={(ids) => void send(ids)} />
      ))}
      <PackDraft draftId={draftId} waiting={waiting} onPackages={onPackages} />
    </>
  )
}
