import type { Signatory } from '../../../shared/contract/documents/said.ts'
import type { Refusing } from '../../../shared/contract/documents/refusing.ts'
import { euros } from '../../../shared/messages/format/numbers.ts'
import { refusalWords as words } from '../../../shared/messages/documents/refusal.fr.ts'
import { Prose } from '../../ui/Prose.tsx'
import lettering from '../../ui/Lettering.module.css'
import style from './Refusal.module.css'

const named = ({ name, delegation }: Signatory): string =>
  [
    `${name.firstName} ${name.familyName}, ${name.capacity}`,
    delegation === null ? null : words.delegation(delegation),
  ]
    .filter((part) => part !== null)
    .join(', ')

/** What nobody types: where it is contested, what is due all the same, who signs. */
export const FilledIn = ({ refusing }: { readonly refusing: Refusing }) => {
  const { remedies, price, signatories, signs } = refusing
  const texts = (sources: readonly { readonly title: string }[]) =>
    sources.map(({ title }) => title).join(', ')
  return (
    <dl className={style.filled}>
      <dt>{words.remedies}</dt>
      <dd>
        {remedies === null ? (
          <span className={lettering.small}>{words.remedyNone}</span>
        ) : (
          <>
            <b>
              {words.remedySaid(
                remedies.authority ?? remedies.court ?? remedies.title,
                remedies.delay,
                remedies.prior === 'yes',
              )}
            </b>{' '}
            <span className={lettering.small}>
              <Prose>{texts(remedies.sources)}</Prose>
            </span>
          </>
        )}
      </dd>
      {price && (
        <>
          <dt>{words.price(euros(price.cents))}</dt>
          <dd>
            {price.why}{' '}
            <span className={lettering.small}>
              <Prose>{texts(price.sources)}</Prose>
            </span>
          </dd>
        </>
      )}
      <dt>{words.signatory}</dt>
      <dd>
        {signatories.map((one) => (
          <b key={named(one)} className={style.signatory}>
            {named(one)}
          </b>
        ))}
        {!signs && <span className={lettering.small}>{words.signsNot(signatories.length)}</span>}
      </dd>
    </dl>
  )
}
