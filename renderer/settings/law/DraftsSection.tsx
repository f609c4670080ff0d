import { useState } from 'react'
import { law } from '../../../shared/messages/law/law.fr.ts'
import { Acts } from '../../ui/Acts.tsx'
import { Button } from '../../ui/Button.tsx'
import { Group } from '../../ui/Column.tsx'
import lettering from '../../ui/Lettering.module.css'
import { About, Row, Rows } from '../../ui/Rows.tsx'
import { Status } from '../../ui/Status.tsx'
import { DraftPage } from './DraftPage.tsx'
import style from './Law.module.css'
import { useRead } from '../../link/hooks.ts'

const words = law.drafts

/** Drafts made from fiches: which there are, then one beside its fiche. */
export function DraftsSection({ onPackages }: { readonly onPackages: () => void }) {
  const { shown, wrong, isReading, reload } = useRead('drafts.list', {})
  const [opened, setOpened] = useState<string | null>(null)
  if (opened !== null)
    return (
      <DraftPage
        draftId={opened}
        onBack={() => {
          setOpened(null)
          reload()
        }}
        onPackages={onPackages}
      />
    )
  const drafts = shown?.drafts ?? null
  return (
    <div className={style.page}>
      <p className={style.help}>{words.help}</p>
      <Acts apart>
        <Button size="dense" onPress={reload}>
          {law.packages.again}
        </Button>
        <span role="status" className={lettering.small}>
          {isReading ? words.reading : ''}
        </span>
      </Acts>
      {wrong !== null && <p className={lettering.wrong}>{wrong}</p>}
      {drafts?.length === 0 && <p className={style.help}>{words.none}</p>}
      {drafts && drafts.length > 0 && (
        <Rows label={words.title} className={style.rows}>
          {drafts.map(({ draftId, title, waiting, parts }) => (
            <Row key={draftId} className={style.row}>
              <About least={240}>
                <span className={lettering.strong}>{title}</span>
                <span className={lettering.small}> {draftId.toUpperCase()}</span>
              </About>
              <Status tone={waiting > 0 ? 'attention' : 'done'}>{words.waiting(waiting, parts)}</Status>
              <Button size="dense" aria-label={words.open(title)} onPress={() => setOpened(draftId)}>
                {words.openShort}
              </Button>
            </Row>
          ))}
        </Rows>
      )}
      <Group title={words.how} className={style.group}>
        <p className={style.help}>{words.howText}</p>
        <code className={style.command}>{words.howLine}</code>
      </Group>
    </div>
  )
}
