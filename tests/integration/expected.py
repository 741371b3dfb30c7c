# Copyright 2026 The Clientele Developers
# SPDX-License-Identifier: GPL-3.0-or-later

"""What the program should have for what the server says.

Written down a second time, on purpose: it does not read the program's own map, so that a wrong
row there is a difference here.
"""
import decimal
import html
import re

COMPANY = ["|", ["parent_id", "=", False], ["is_company", "=", True]]
PERSON_OF_COMPANY = [["parent_id", "!=", False], ["is_company", "=", False]]


# --- Values of the server, as the program writes them in JSON -----------------------------------

def text(name):
    return [name], lambda row, _: row[name] or None


def prose(name):
    """HTML on one side and plain text on the other: compared by their letters and digits."""
    return [name], lambda row, _: letters(row[name])


def letters(value):
    plain = html.unescape(re.sub(r"<[^>]*>", " ", value or ""))
    return "".join(filter(str.isalnum, plain)) or None


def moment(name):
    return [name], lambda row, _: row[name] and row[name].replace(" ", "T") + "Z" or None


def day(name):
    return [name], lambda row, _: row[name] or None


def number(name):
    return [name], lambda row, _: float(row[name])


def truth(name):
    return [name], lambda row, _: bool(row[name])


def archived():
    return ["active"], lambda row, _: not row["active"]


def choice(name, **words):
    return [name], lambda row, _: words.get(str(row[name]), row[name]) or None


def choice_id(name):
    return [name], lambda row, _: str(row[name]) if row[name] else None


def tags(name):
    return [name], lambda row, _: sorted(map(str, row[name])) or None


def money(name, currency):
    def value(row, server):
        return (decimal.Decimal(str(row[name])), server.currencies[row[currency]])
    return [name, currency], value


def reference(name, entity):
    return [name], lambda row, _: (entity, str(row[name])) if row[name] else None


def label(name, model):
    return [name], lambda row, server: server.get_label(model, row[name])


def customer_of(name):
    """The customer that a partner is, or whose contact it is."""
    def value(row, server):
        partner = server.partners.get(row[name])
        return ("customer", str(partner["commercial_partner_id"])) if partner else None
    return [name], value


def contact_of(name):
    def value(row, server):
        found = server.find_entity("res.partner", row[name])
        return found if found and found[0] == "contact" else None
    return [name], value


def about(model, record_id):
    return [model, record_id], lambda row, server: server.find_entity(row[model], row[record_id])


# --- Entities -----------------------------------------------------------------------------------

# entity → model, domain, field → how to get it; what is missing is not compared.
ENTITIES = {
    "user": ("res.users", [["share", "=", False]], {
        "name": text("name"), "login": text("login"), "email": text("email"),
        "team": reference("sale_team_id", "team"), "archived": archived(),
    }),
    "team": ("crm.team", [], {
        "name": text("name"), "leader": reference("user_id", "user"), "archived": archived(),
    }),
    "customer": ("res.partner", COMPANY, {
        "name": text("name"),
        "kind": choice("is_company", **{"True": "organisation", "False": "person"}),
        "email": text("email"), "phone": text("phone"), "website": text("website"),
        "street": text("street"), "street2": text("street2"), "postal_code": text("zip"),
        "city": text("city"), "region": label("state_id", "res.country.state"),
        "country": label("country_id", "res.country"), "owner": reference("user_id", "user"),
        "tags": tags("category_id"), "tax_id": text("vat"), "description": prose("comment"),
        "archived": archived(), "created": moment("create_date"), "modified": moment("write_date"),
    }),
    "contact": ("res.partner", PERSON_OF_COMPANY, {
        "customer": reference("commercial_partner_id", "customer"), "job_title": text("function"),
        "email": text("email"), "phone": text("phone"), "city": text("city"),
        "country": label("country_id", "res.country"), "owner": reference("user_id", "user"),
        "tags": tags("category_id"), "archived": archived(), "modified": moment("write_date"),
    }),
    "lead": ("crm.lead", [["type", "=", "lead"]], {
        "name": text("name"), "company": text("partner_name"), "person": text("contact_name"),
        "status": choice("won_status", pending="new", won="qualified", lost="disqualified"),
        "score": number("probability"), "amount": money("expected_revenue", "company_currency"),
        "email": text("email_from"), "phone": text("phone"), "city": text("city"),
        "customer": customer_of("partner_id"), "contact": contact_of("partner_id"),
        "owner": reference("user_id", "user"), "team": reference("team_id", "team"),
        "tags": tags("tag_ids"), "source": choice_id("source_id"),
        "description": prose("description"), "archived": archived(),
        "created": moment("create_date"), "modified": moment("write_date"),
    }),
    "deal": ("crm.lead", [["type", "=", "opportunity"]], {
        "name": text("name"), "customer": customer_of("partner_id"),
        "contact": contact_of("partner_id"), "stage": choice_id("stage_id"),
        "status": choice("won_status", pending="open"), "priority": text("priority"),
        "amount": money("expected_revenue", "company_currency"),
        "probability": number("probability"), "closes": day("date_deadline"),
        "closed": moment("date_closed"), "owner": reference("user_id", "user"),
        "team": reference("team_id", "team"), "tags": tags("tag_ids"),
        "campaign": reference("campaign_id", "campaign"), "description": prose("description"),
        "archived": archived(), "created": moment("create_date"),
        "modified": moment("write_date"),
    }),
    "event": ("calendar.event", [], {
        "name": text("name"), "all_day": truth("allday"), "location": text("location"),
        "owner": reference("user_id", "user"), "description": prose("description"),
        "archived": archived(), "modified": moment("write_date"),
    }),
    "task": ("mail.activity", [], {
        "status": choice("active", **{"True": "open", "False": "done"}),
        "due": day("date_deadline"),
        "about": about("res_model", "res_id"), "owner": reference("user_id", "user"),
        "description": prose("note"), "modified": moment("write_date"),
    }),
    "product": ("product.product", [], {
        "name": text("name"), "code": text("default_code"),
        "price": money("lst_price", "currency_id"), "archived": archived(),
        "modified": moment("write_date"),
    }),
    "quote": ("sale.order", [], {
        "name": text("name"), "customer": customer_of("partner_id"),
        "deal": reference("opportunity_id", "deal"),
        "status": choice("state", sale="accepted", cancel="cancelled"),
        "amount": money("amount_total", "currency_id"), "valid_until": day("validity_date"),
        "owner": reference("user_id", "user"), "modified": moment("write_date"),
    }),
    "campaign": ("utm.campaign", [], {
        "name": text("title"), "owner": reference("user_id", "user"), "archived": archived(),
    }),
    "note": ("mail.message", [["message_type", "!=", "user_notification"]], {
        "about": about("model", "res_id"), "posted": moment("date"),
        "description": prose("body"), "modified": moment("write_date"),
    }),
}


class Truth:
    """What a user sees on the server, and what the ids in it stand for."""

    def __init__(self, server):
        self._server = server
        self._labels = {}
        self.currencies = {row["id"]: row["name"]
                           for row in server.search("res.currency", [], ["name"])}
        self.partners = {row["id"]: row for row in server.search(
            "res.partner", [], ["parent_id", "is_company", "commercial_partner_id"])}
        self._leads = {row["id"]: row for row in server.search("crm.lead", [], ["type"])}
        self._single = {model: entity for entity, (model, _, _) in ENTITIES.items()
                        if model not in ("res.partner", "crm.lead", "mail.message")}
        self._ids = {model: {row["id"] for row in server.search(model, ENTITIES[entity][1], ["id"])}
                     for model, entity in self._single.items()}

    def get_label(self, model, record_id):
        if not record_id:
            return None
        if model not in self._labels:
            self._labels[model] = {row["id"]: row["display_name"] for row in self._server.search(
                model, [], ["display_name"])}
        return self._labels[model].get(record_id)

    def find_entity(self, model, record_id):
        """Entity and id that a record of the server has in the program, if it has one."""
        if model == "res.partner" and record_id in self.partners:
            partner = self.partners[record_id]
            is_customer = partner["is_company"] or not partner["parent_id"]
            return ("customer" if is_customer else "contact", str(record_id))
        if model == "crm.lead" and record_id in self._leads:
            is_lead = self._leads[record_id]["type"] == "lead"
            return ("lead" if is_lead else "deal", str(record_id))
        if model in self._single and record_id in self._ids[model]:
            return (self._single[model], str(record_id))
        return None

    def load(self, entity):
        """The server's id → field → value."""
        model, domain, fields = ENTITIES[entity]
        names = sorted({name for needed, _ in fields.values() for name in needed})
        rows = self._server.search(model, domain, names)
        records = {str(row["id"]): {field: value(row, self) for field, (_, value) in fields.items()}
                   for row in rows}
        if entity == "note":
            # A message about something that the program does not have has no place there.
            return {key: record for key, record in records.items() if record["about"]}
        return records


# --- Values of the program ----------------------------------------------------------------------

class Local:
    """What the program has, in the same terms."""

    def __init__(self, workspace):
        self.records = {entity: workspace.list_all(entity) for entity in ENTITIES}
        self._remote = {(entity, record["id"]): key
                        for entity, records in self.records.items()
                        for key, record in records.items()}

    def get_value(self, entity, key, field):
        value = self.records[entity][key][field]
        if isinstance(value, dict) and "amount" in value:
            return (decimal.Decimal(value["amount"]), value["currency"])
        if isinstance(value, dict):
            place = (value["entity"], value["id"])
            return (value["entity"], self._remote.get(place, f"not here: {place}"))
        if field == "description":
            return letters(value)
        if field == "tags":
            return sorted(value or []) or None
        return value
