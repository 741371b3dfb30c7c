# Copyright 2026 The Clientele Developers
# SPDX-License-Identifier: GPL-3.0-or-later

"""Fed to Odoo's shell once, when the database is new: the users of the tests and their API keys."""

GROUPS = {
    "api-manager": ("API Manager", [
        "base.group_user", "sales_team.group_sale_manager", "project.group_project_manager",
        "base.group_partner_manager", "mass_mailing.group_mass_mailing_user", "crm.group_use_lead",
    ]),
    # Sees only documents of its own: for the rules of records.
    "api-sales": ("API Salesperson", [
        "base.group_user", "sales_team.group_sale_salesman", "project.group_project_user",
        "crm.group_use_lead",
    ]),
}


def make_user(login, name, groups):
    known = [env.ref(group, False) for group in groups]
    return env["res.users"].with_context(no_reset_password=True, mail_create_nolog=True).create({
        "login": login, "name": name, "email": f"{login}@example.com", "password": login,
        "tz": "UTC", "group_ids": [(6, 0, [group.id for group in known if group])],
    })


def make_key(user):
    # As superuser, without a date of expiry: other keys end after 90 days at the latest.
    return env["res.users.apikeys"].with_user(user).sudo()._generate(None, "clientele", False)


users = {"ADMIN": env.ref("base.user_admin"),
         "API": make_user("api-manager", *GROUPS["api-manager"]),
         "SALES": make_user("api-sales", *GROUPS["api-sales"])}
lines = [f"ODOO_{role}_LOGIN={user.login} ODOO_{role}_PASSWORD={user.login} "
         f"ODOO_{role}_KEY={make_key(user)}\n" for role, user in users.items()]

# Leads as well as opportunities; nothing that happens by itself, no mail, no call home.
env.ref("base.group_user").write({"implied_ids": [(4, env.ref("crm.group_use_lead").id)]})
env["ir.cron"].with_context(active_test=False).search([]).write({"active": False})
env["ir.mail_server"].search([]).unlink()
env["ir.config_parameter"].set_param("database.enterprise_code", "")
env.cr.commit()

with open("/data/keys", "w", encoding="utf-8") as keys:
    keys.writelines(lines)
print("users are made")
