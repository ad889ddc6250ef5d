// visitor.mjs: a persona as somebody who asks.
import { Visitor } from '../house.mjs';
import { mail } from './organisation.mjs';

/** A persona in a house: with the cookies or the token of the house this one is a copy of. */
export function visitor(house, org, persona) {
	const v = new Visitor(house, persona);
	if (persona === 'narrow-token') v.token = org.narrow;
	else if (persona !== 'nobody') v.cookies = new Map(org.house.as(mail(persona)).cookies);
	return v;
}
