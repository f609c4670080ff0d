import { FolderOpen, Landmark, PenLine, Stamp, FileText } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Sheet } from '../../shared/contract/visit/sheet.ts'
import { counter as counterWords } from '../../shared/messages/queue/counter.fr.ts'
import { useView } from '../link/hooks.ts'
import style from './Person.module.css'

/** What is noted around the request: the file taken up again, forms, originals, the ministry's number, the signing. */
export function RequestNotes({ sheet }: { readonly sheet: Sheet }) {
  const words = counterWords.who
  const { fileId, forms, originals, ministry, signing } = sheet
  return (
    <>
      {fileId !== null && <TakenFile fileId={fileId} />}
      {forms.length > 0 && (
        <Noted icon={<FileText aria-hidden size={20} />}>{words.noted.forms(forms)}</Noted>
      )}
      {originals.length > 0 && (
        <Noted icon={<Stamp aria-hidden size={20} />}>{words.noted.originals(originals.length)}</Noted>
      )}
      {ministry !== null && (
        <Noted icon={<Landmark aria-hidden size={20} />}>
          {words.noted.ministry(ministry.issuer, ministry.number)}
        </Noted>
      )}
      {signing !== null && <Noted icon={<PenLine aria-hidden size={20} />}>{words.signings[signing]}</Noted>}
    </>
  )
}

const Noted = ({ icon, children }: { readonly icon: ReactNode; readonly children: ReactNode }) => (
  <div className={style.line}>
    {icon}
    <div>
      <p className={style.value}>{children}</p>
    </div>
  </div>
)

/** The file for which the person came back, with what still lacked when they came. */
function TakenFile({ fileId }: { readonly fileId: NonNullable<Sheet['fileId']> }) {
  const words = counterWords.who
  const file = useView('file.view', { fileId })?.file
  const missing = (file?.pieces ?? []).filter(({ state }) => state === 'missing')
  return (
    <div className={style.line}>
      <FolderOpen aria-hidden size={20} className={style.accent} />
      <div>
        <p className={style.value}>{words.fileTaken(file?.reference ?? '…')}</p>
        <p className={style.small}>
          {file && words.fileMissing(missing.map(({ title }) => title ?? words.typedPiece))}
        </p>
      </div>
    </div>
  )
}
