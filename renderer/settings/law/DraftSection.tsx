import type { Output } from '../../../shared/contract/index.ts'
import { law } from '../../../shared/messages/law/law.fr.ts'
import { spaced } from '../../../shared/messages/format/spaces.ts'
import { Button } from '../../ui/Button.tsx'
import lettering from '../../ui/Lettering.module.css'
import { Status } from '../../ui/Status.tsx'
import { classes } from '../../ui/classes.ts'
import compare from './Compare.module.css'
import style from './Draft.module.css'
import page from './Law.module.css'

const words = law.drafts
type Section = Output<'drafts.show'>['sections'][number]

/** One part of a draft beside the fiche, line by line; validated one by one, or all at once. */
export function DraftSection({
  section: { title, parts },
  onValidate,
}: {
  readonly section: Section
  readonly onValidate: (partIds: readonly string[]) => void
}) {
  const waiting = parts.filter(({ validated }) => validated === null).map(({ partId }) => partId)
  return (
    <section aria-label={title} className={style.draftSection}>
      <div className={style.draftSectionHead}>
        <h3 className={page.sectionTitle}>{title}</h3>
        {waiting.length > 1 && (
          <Button
            size="dense"
            aria-label={words.validateSectionFor(waiting.length, title)}
            onPress={() => onValidate(waiting)}
          >
            {words.validateSection(waiting.length)}
          </Button>
        )}
      </div>
      <div className={page.scroll}>
        <table className={classes(compare.compared, compare.facing)} aria-label={title}>
          <thead>
            <tr>
              <th scope="col">{words.fiche}</th>
              <th scope="col">{words.draft}</th>
              <th scope="col">{words.state}</th>
            </tr>
          </thead>
          <tbody>
            {parts.map((part) => (
              <Part key={part.partId} part={part} onValidate={() => onValidate([part.partId])} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

const Part = ({
  part: { fiche, draft, validated },
  onValidate,
}: {
  readonly part: Section['parts'][number]
  readonly onValidate: () => void
}) => (
  <tr>
    <td className={compare.said}>
      {fiche === null ? <span className={lettering.small}>{words.notInFiche}</span> : spaced(fiche)}
    </td>
    <td className={compare.said}>{spaced(draft)}</td>
    <td>
      {validated ? (
        <span className={style.validated}>{words.validatedBy(validated.by, validated.on)}</span>
      ) : (
        <>
          <Status tone="attention">{words.toValidate}</Status>
          <Button size="dense" aria-label={words.validateFor(draft.slice(0, 80))} onPress={onValidate}>
            {words.validate}
          </Button>
        </>
      )}
    </td>
  </tr>
)
