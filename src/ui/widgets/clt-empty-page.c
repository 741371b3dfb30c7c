/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-empty-page"

#include "config.h"

#include "clt-empty-page.h"

struct _CltEmptyPage
{
  GtkWidget      parent_instance;

  AdwStatusPage *status;
  GtkButton     *button;
  GtkWidget     *details;
  GtkLabel      *details_label;
};

G_DEFINE_FINAL_TYPE (CltEmptyPage, clt_empty_page, GTK_TYPE_WIDGET)

static void
clt_empty_page_dispose (GObject *object)
{
  CltEmptyPage *self = CLT_EMPTY_PAGE (object);

  if (self->status != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->status));
  self->status = NULL;

  G_OBJECT_CLASS (clt_empty_page_parent_class)->dispose (object);
}

static void
clt_empty_page_class_init (CltEmptyPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = clt_empty_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/widgets/clt-empty-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CltEmptyPage, status);
  gtk_widget_class_bind_template_child (widget_class, CltEmptyPage, button);
  gtk_widget_class_bind_template_child (widget_class, CltEmptyPage, details);
  gtk_widget_class_bind_template_child (widget_class, CltEmptyPage, details_label);
}

static void
clt_empty_page_init (CltEmptyPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * clt_empty_page_new:
 *
 * Returns: (transfer floating): a page that says nothing yet
 */
GtkWidget *
clt_empty_page_new (void)
{
  return g_object_new (CLT_TYPE_EMPTY_PAGE, NULL);
}

/**
 * clt_empty_page_set_text:
 * @self: a page
 * @icon_name: (nullable): a symbolic icon
 * @title: what is the matter, in a few words
 * @description: (nullable): one sentence more
 *
 * Says why there is nothing to see.
 */
void
clt_empty_page_set_text (CltEmptyPage *self,
                         const char   *icon_name,
                         const char   *title,
                         const char   *description)
{
  g_autofree char *title_markup = NULL;
  g_autofree char *description_markup = NULL;

  g_return_if_fail (CLT_IS_EMPTY_PAGE (self));
  g_return_if_fail (title != NULL);

  title_markup = g_markup_escape_text (title, -1);
  description_markup = description != NULL ? g_markup_escape_text (description, -1) : NULL;
  adw_status_page_set_icon_name (self->status, icon_name);
  adw_status_page_set_title (self->status, title_markup);
  adw_status_page_set_description (self->status, description_markup);
}

/**
 * clt_empty_page_set_action:
 * @self: a page
 * @label: of the button, with its mnemonic
 * @detailed_action: (nullable): what it does; %NULL leaves the button out
 *
 * Offers what helps.
 */
void
clt_empty_page_set_action (CltEmptyPage *self,
                           const char   *label,
                           const char   *detailed_action)
{
  g_autofree char *action = NULL;
  g_autoptr (GVariant) target = NULL;

  g_return_if_fail (CLT_IS_EMPTY_PAGE (self));

  gtk_widget_set_visible (GTK_WIDGET (self->button), detailed_action != NULL);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), NULL);
  if (detailed_action == NULL ||
      !g_action_parse_detailed_name (detailed_action, &action, &target, NULL))
    return;

  /* The parameter before the name: GTK complains of a name whose parameter does not fit. */
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (self->button), target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), action);
  gtk_button_set_label (self->button, label);
}

/**
 * clt_empty_page_set_details:
 * @self: a page
 * @details: (nullable): the details
 *
 * Keeps, out of the way, what support wants to know.
 */
void
clt_empty_page_set_details (CltEmptyPage *self,
                            const char   *details)
{
  g_return_if_fail (CLT_IS_EMPTY_PAGE (self));

  gtk_widget_set_visible (self->details, details != NULL);
  gtk_label_set_label (self->details_label, details != NULL ? details : "");
}
