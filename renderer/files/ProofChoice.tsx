import { HandedProof } from '../../shared/contract/documents/kinds.ts'
import { fileActs } from '../../shared/messages/files/acts.fr.ts'
import { Choice } from '../ui/Choice.tsx'

/** How the handing over is proved: their signature on a line of the paper register, or what is noted here. */
export const ProofChoice = ({
  proof,
  onChange,
}: {
  readonly proof: HandedProof
  readonly onChange: (proof: HandedProof) => void
}) => (
  <Choice
    label={fileActs.fields.proof}
    value={proof}
    options={HandedProof.options.map((value) => ({ value, title: fileActs.proofs[value] }))}
    onChange={onChange}
  />
)
