/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-table"

#include "config.h"

#include "clt-table-private.h"

/* Where a key leads from the cursor's row. */
typedef enum
{
  MOVE_LINE,
  MOVE_PAGE,
  MOVE_END,
} Move;

static const struct
{
  guint keyval;
  Move  move;
  int   direction;
} keys[] = {
  { GDK_KEY_Up, MOVE_LINE, -1 },
  { GDK_KEY_KP_Up, MOVE_LINE, -1 },
  { GDK_KEY_Down, MOVE_LINE, 1 },
  { GDK_KEY_KP_Down, MOVE_LINE, 1 },
  { GDK_KEY_Page_Up, MOVE_PAGE, -1 },
  { GDK_KEY_KP_Page_Up, MOVE_PAGE, -1 },
  { GDK_KEY_Page_Down, MOVE_PAGE, 1 },
  { GDK_KEY_KP_Page_Down, MOVE_PAGE, 1 },
  { GDK_KEY_Home, MOVE_END, -1 },
  { GDK_KEY_KP_Home, MOVE_END, -1 },
  { GDK_KEY_End, MOVE_END, 1 },
  { GDK_KEY_KP_End, MOVE_END, 1 },
};

static guint
clt_table_get_move_length (CltTable *self,
                           Move      move)
{
  double page = gtk_adjustment_get_page_size (self->vadjustment);

  switch (move)
    {
    case MOVE_LINE:
      return 1;
    case MOVE_PAGE:
      return MAX (page / MAX (self->row_height, 1), 2) - 1;
    case MOVE_END:
    default:
      return clt_table_get_n_items (self);
    }
}

static guint
clt_table_find_target (CltTable *self,
                       Move      move,
                       int       direction)
{
  gint64 target = self->cursor + (gint64) direction * clt_table_get_move_length (self, move);

  return CLAMP (target, 0, (gint64) clt_table_get_n_items (self) - 1);
}

static void
clt_table_go_to (CltTable        *self,
                 guint            position,
                 GdkModifierType  state)
{
  self->cursor = position;

  if (state & GDK_SHIFT_MASK)
    clt_table_selection_extend (self->selection, position);
  else if (!(state & GDK_CONTROL_MASK))
    clt_table_selection_select (self->selection, position);

  clt_table_focus_cursor (self);
  if (!(state & (GDK_SHIFT_MASK | GDK_CONTROL_MASK)))
    clt_table_choose (self, position);
}

static gboolean
clt_table_press_move (CltTable        *self,
                      guint            keyval,
                      GdkModifierType  state)
{
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    if (keys[i].keyval == keyval)
      {
        guint target = clt_table_find_target (self, keys[i].move, keys[i].direction);

        clt_table_go_to (self, target, state);
        return TRUE;
      }

  return FALSE;
}

static gboolean
clt_table_press_escape (CltTable *self)
{
  /* One selected row is no selection to get out of: Escape belongs to what is around. */
  if (clt_table_selection_get_size (self->selection) < 2)
    return FALSE;

  clt_table_selection_select (self->selection, self->cursor);

  return TRUE;
}

static gboolean
clt_table_press_menu (CltTable *self)
{
  double below = (double) (self->cursor + 1) * self->row_height -
                 gtk_adjustment_get_value (self->vadjustment);

  if (!clt_table_selection_contains (self->selection, self->cursor))
    clt_table_selection_select (self->selection, self->cursor);
  clt_table_request_menu (self, gtk_widget_get_width (GTK_WIDGET (self)) / 3,
                          self->header_height + below);

  return TRUE;
}

static gboolean
clt_table_key_pressed_cb (CltTable        *self,
                          guint            keyval,
                          guint            keycode,
                          GdkModifierType  state)
{
  state &= gtk_accelerator_get_default_mod_mask ();
  if (clt_table_get_n_items (self) == 0 || (state & GDK_ALT_MASK) ||
      gtk_widget_get_focus_child (GTK_WIDGET (self)) == self->header)
    return FALSE;

  if (clt_table_press_move (self, keyval, state))
    return TRUE;

  if (keyval == GDK_KEY_F10 && state == GDK_SHIFT_MASK)
    return clt_table_press_menu (self);

  switch (keyval)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      clt_table_activate_row (self, self->cursor);
      return TRUE;
    case GDK_KEY_space:
    case GDK_KEY_KP_Space:
      clt_table_selection_toggle (self->selection, self->cursor);
      return TRUE;
    case GDK_KEY_a:
      if (state != GDK_CONTROL_MASK)
        return FALSE;
      clt_table_selection_select_all (self->selection);
      return TRUE;
    case GDK_KEY_Escape:
      return clt_table_press_escape (self);
    case GDK_KEY_Menu:
      return clt_table_press_menu (self);
    default:
      return FALSE;
    }
}

/* Returns: the row at @y, or G_MAXUINT */
static guint
clt_table_find_row (CltTable *self,
                    double    y)
{
  double offset = y - self->header_height;
  guint position;

  if (offset < 0 || self->row_height == 0)
    return G_MAXUINT;

  position = (offset + gtk_adjustment_get_value (self->vadjustment)) / self->row_height;

  return position < clt_table_get_n_items (self) ? position : G_MAXUINT;
}

static void
clt_table_pressed_cb (CltTable        *self,
                      int              n_press,
                      double           x,
                      double           y,
                      GtkGestureClick *gesture)
{
  GdkModifierType state =
    gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  guint position = clt_table_find_row (self, y);

  if (position == G_MAXUINT)
    return;

  if (n_press == 2)
    clt_table_activate_row (self, position);
  else if (state & GDK_CONTROL_MASK)
    {
      clt_table_go_to (self, position, GDK_CONTROL_MASK);
      clt_table_selection_toggle (self->selection, position);
    }
  else
    clt_table_go_to (self, position, state & GDK_SHIFT_MASK);
}

static void
clt_table_menu_pressed_cb (CltTable *self,
                           int       n_press,
                           double    x,
                           double    y)
{
  guint position = clt_table_find_row (self, y);

  if (position == G_MAXUINT)
    return;

  self->cursor = position;
  if (!clt_table_selection_contains (self->selection, position))
    clt_table_selection_select (self->selection, position);
  clt_table_focus_cursor (self);
  clt_table_request_menu (self, x, y);
}

/**
 * clt_table_add_controllers:
 * @self: a table
 *
 * Lets the pointer and the keys work.
 */
void
clt_table_add_controllers (CltTable *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *menu_click = gtk_gesture_click_new ();
  GtkEventController *key = gtk_event_controller_key_new ();

  g_signal_connect_swapped (click, "pressed", G_CALLBACK (clt_table_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (menu_click), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (menu_click, "pressed", G_CALLBACK (clt_table_menu_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (menu_click));

  g_signal_connect_swapped (key, "key-pressed", G_CALLBACK (clt_table_key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), key);
}
