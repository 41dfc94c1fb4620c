import { lookup as resolve } from "node:dns"
import { isIP, type LookupFunction } from "node:net"
import ipaddr from "ipaddr.js"

/** A cloud's own services answer under this address, which is otherwise like any other. */
const SERVICE_ADDRESSES = new Set(["168.63.129.16"])

/**
 * Whether an address is one of the open net: not private, loopback, link-local, unique-local, shared (carrier-grade NAT), nor any
 * other range kept for special use; IPv4 inside IPv6 is judged as the IPv4 it is.
 * @example isPublicAddress("::ffff:10.0.0.1") // => false
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false
  const plain = ipaddr.process(address)
  return plain.range() === "unicast" && !SERVICE_ADDRESSES.has(plain.toString())
}

/** An address that must not be asked. */
export class AddressRefused extends Error {
  constructor(host: string, address: string) {
    super(
      host === address
        ? `${address} is not on the open net`
        : `${host} leads to ${address}, which is not on the open net`,
    )
    this.name = "AddressRefused"
  }
}

/** The host of a URL if it is an address itself, without brackets. */
export function literalAddress({ hostname }: URL): string | undefined {
  const bare = hostname.replace(/^\[|\]$/g, "")
  return isIP(bare) === 0 ? undefined : bare
}

/**
 * Finds a host's addresses and gives only those of the open net. It is called as the connection is made, so the address that was
 * judged is the one that is asked, whatever the name leads to a moment later.
 */
export const openLookup: LookupFunction = (hostname, options, callback) => {
  resolve(hostname, { ...options, all: true }, (error, found) => {
    if (error) return callback(error, [])
    const open = found.filter(({ address }) => isPublicAddress(address))
    const [first] = open
    if (!first) return callback(new AddressRefused(hostname, found[0]?.address ?? "nothing"), [])
    return options.all ? callback(null, open) : callback(null, first.address, first.family)
  })
}
