import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useParams } from 'react-router'
import { usePartners } from '../api/partner-queries.ts'
import { CreatePartner } from '../panels/partners/create.tsx'
import { PartnerPanel } from '../panels/partners/detail.tsx'
import { PartnerList } from '../panels/partners/list.tsx'
import { useMay } from '../session/context.tsx'
import { useOfficeText } from '../text/office/use-office-text.ts'
import { Button } from '../ui/button.tsx'
import { Empty } from '../ui/empty.tsx'
import { Shelf } from '../ui/shelf.tsx'

/** The partner desk: the platforms that speak our contract, how they do, and what went between them and us. */
export const PartnersPage = () => {
  const { partners: words } = useOfficeText()
  const may = useMay()
  const { id, part } = useParams()
  const [creating, setCreating] = useState(false)
  const query = usePartners()
  const partners = query.data?.partners
  return (
    <Shelf
      title={words.title}
      count={partners && words.count(partners.length)}
      action={
        may('partner.manage') && (
          <Button icon={Plus} onClick={() => setCreating(true)}>
            {words.create}
          </Button>
        )
      }
      query={query}
      isOpen={id !== undefined}
      list={
        partners?.length === 0 ? (
          <Empty title={words.empty} hint={words.emptyHint} />
        ) : (
          partners && <PartnerList partners={partners} selected={id} />
        )
      }
      pick={words.pick}
      detail={id !== undefined && <PartnerPanel key={id} id={id} path={part} />}
    >
      {creating && <CreatePartner onClose={() => setCreating(false)} />}
    </Shelf>
  )
}
