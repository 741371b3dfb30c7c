#!/usr/bin/python3
# Copyright 2026 The Clientele Developers
# SPDX-License-Identifier: GPL-3.0-or-later

"""What changes on a real Odoo arrives in the program at its next run. Everything is put back."""
import contextlib

import odoo
import tap
from program import Workspace


@contextlib.contextmanager
def changed(server, model, record_id, **values):
    """The record has the values for a while."""
    before = server.read(model, record_id, *values)
    server.write(model, record_id, **values)
    try:
        yield
    finally:
        server.write(model, record_id, **{name: before[name] for name in values})


@contextlib.contextmanager
def created(server, model, **values):
    """There is such a record for a while; deleting it earlier is fine."""
    record_id = server.create(model, **values)
    try:
        yield record_id
    finally:
        with contextlib.suppress(odoo.Refused):
            server.unlink(model, record_id)


def find_company(server):
    return server.call("res.partner", "search", domain=[["is_company", "=", True]], order="id",
                       limit=1)[0]


@tap.test("a changed record arrives, and arrives again when it is changed back")
def test_change(server, workspace):
    company = find_company(server)
    name = server.read("res.partner", company, "name")["name"]
    with changed(server, "res.partner", company, name="Müller & Söhne 株式会社"):
        workspace.sync()
        tap.expect_equal(workspace.find("customer", company)["name"], "Müller & Söhne 株式会社")
    workspace.sync()
    tap.expect_equal(workspace.find("customer", company)["name"], name)


@tap.test("a cleared field is empty here too")
def test_clear(server, workspace):
    company = find_company(server)
    with changed(server, "res.partner", company, phone=False, city="Zürich"):
        workspace.sync()
        record = workspace.find("customer", company)
        tap.expect_equal(record["phone"], None, "phone")
        tap.expect_equal(record["city"], "Zürich", "city")


@tap.test("an archived record is archived here, and comes back")
def test_archive(server, workspace):
    with created(server, "res.partner", name="Clientele test: archive", is_company=True) as company:
        workspace.sync()
        tap.expect(str(company) in (record["remote_id"] for record in workspace.list("customer")),
                   "the new company is not listed")
        server.write("res.partner", company, active=False)
        workspace.sync()
        tap.expect_equal(workspace.find("customer", company)["archived"], True, "archived")
        tap.expect(str(company) not in (record["remote_id"]
                                        for record in workspace.list("customer")), "still listed")
        server.write("res.partner", company, active=True)
        workspace.sync()
        tap.expect(not workspace.find("customer", company)["archived"], "still archived")


@tap.test("a deleted record goes at the next run, and its neighbours stay")
def test_delete(server, workspace):
    with created(server, "res.partner", name="Clientele test: delete", is_company=True) as company:
        with created(server, "res.partner", name="Anna", parent_id=company) as contact:
            workspace.sync()
            tap.expect(workspace.find("contact", contact), "the contact did not come")
            n_customers = len(workspace.list_all("customer"))
            server.unlink("res.partner", contact)
            workspace.sync()
            tap.expect(not workspace.find("contact", contact), "the contact is still here")
            tap.expect_equal(len(workspace.list_all("customer")), n_customers, "customers")
        server.unlink("res.partner", company)
    workspace.sync()
    tap.expect(not workspace.find("customer", company), "the customer is still here")


@tap.test("a deal that is lost, then taken up again and won, says so")
def test_deal(server, workspace):
    with created(server, "crm.lead", name="Clientele test: deal", type="opportunity",
                 expected_revenue=1234.5) as deal:
        workspace.sync()
        tap.expect_equal(workspace.find("deal", deal)["status"], "open")
        tap.expect_equal(workspace.find("deal", deal)["amount"]["amount"], "1234.50")
        server.call("crm.lead", "action_set_lost", ids=[deal])
        workspace.sync()
        record = workspace.find("deal", deal)
        tap.expect_equal((record["status"], record["archived"]), ("lost", True))
        server.call("crm.lead", "action_unarchive", ids=[deal])
        server.call("crm.lead", "action_set_won", ids=[deal])
        workspace.sync()
        tap.expect_equal(workspace.find("deal", deal)["status"], "won")


@tap.test("a lead that is converted is a deal, and no longer a lead")
def test_convert(server, workspace):
    with created(server, "crm.lead", name="Clientele test: lead", type="lead") as lead:
        workspace.sync()
        tap.expect(workspace.find("lead", lead), "the lead did not come")
        server.call("crm.lead", "convert_opportunity", ids=[lead], partner=None)
        workspace.sync()
        tap.expect(workspace.find("deal", lead), "the deal did not come")
        tap.expect(not workspace.find("lead", lead), "the lead is still here")


@tap.test("a message, which does not touch the record it is about, arrives")
def test_message(server, workspace):
    company = find_company(server)
    server.call("res.partner", "message_post", ids=[company], body="Called about the offer",
                subtype_xmlid="mail.mt_note")
    message = server.call("mail.message", "search", domain=[["model", "=", "res.partner"],
                                                            ["res_id", "=", company]],
                          order="id desc", limit=1)[0]
    try:
        workspace.sync()
        record = workspace.find("note", message)
        tap.expect("Called about the offer" in record["description"], record)
        tap.expect_equal(record["about"]["id"], workspace.find("customer", company)["id"])
    finally:
        server.as_role("ADMIN").unlink("mail.message", message)


@tap.test("an activity that is done, and so archived by the server, is done here")
def test_activity(server, workspace):
    company = find_company(server)
    model = server.call("ir.model", "search", domain=[["model", "=", "res.partner"]])[0]
    with created(server, "mail.activity", res_model_id=model, res_id=company,
                 summary="Clientele test: call") as activity:
        workspace.sync()
        tap.expect_equal(workspace.find("task", activity)["status"], "open")
        server.call("mail.activity", "action_done", ids=[activity])
        workspace.sync()
        tap.expect_equal(workspace.find("task", activity)["status"], "done")


@tap.test("a field of the server's own arrives with the values it has")
def test_own_field(server, workspace):
    admin = server.as_role("ADMIN")
    model = admin.call("ir.model", "search", domain=[["model", "=", "res.partner"]])[0]
    company = find_company(server)
    try:
        field = admin.create("ir.model.fields", model_id=model, name="x_clientele_mood",
                             field_description="Mood", ttype="char", state="manual")
    except odoo.Refused as refusal:
        raise tap.Skip(f"the server makes no field: {refusal}") from None
    try:
        server.write("res.partner", company, x_clientele_mood="cheerful")
        workspace.sync()
        record = workspace.find("customer", company)
        tap.expect_equal(record.get("x_clientele_mood"), "cheerful")
    finally:
        admin.unlink("ir.model.fields", field)
    workspace.sync()
    tap.expect("x_clientele_mood" not in workspace.find("customer", company), "it is still here")


@tap.test("a server that loses many records at once is not believed")
def test_breaker(server, workspace):
    ids = server.call("res.partner", "create", vals_list=[
        {"name": f"Clientele test: many {i}", "is_company": True} for i in range(30)])
    try:
        workspace.sync()
        n_customers = len(workspace.list_all("customer"))
    finally:
        server.unlink("res.partner", *ids)
    sentence = workspace.fail_sync()
    tap.note(sentence)
    tap.expect("30 of" in sentence, sentence)
    tap.expect_equal(len(workspace.list_all("customer")), n_customers, "customers")


def main():
    server = odoo.find()
    workspace = Workspace(server)
    workspace.sync()
    tap.main(server, workspace)


if __name__ == "__main__":
    main()
