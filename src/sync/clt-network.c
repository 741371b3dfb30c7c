/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clt-network"

#include "config.h"

#include "clt-network.h"

struct _CltNetwork
{
  GObject  parent_instance;

  gboolean available;
  gboolean is_overridden; /* a test has said what the answer is */
};

G_DEFINE_FINAL_TYPE (CltNetwork, clt_network, G_TYPE_OBJECT)

typedef enum
{
  PROP_AVAILABLE = 1,
} CltNetworkProperty;

static GParamSpec *properties[PROP_AVAILABLE + 1];

static void
clt_network_change (CltNetwork *self,
                    gboolean    available)
{
  if (self->available == available)
    return;

  self->available = available;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_AVAILABLE]);
}

static void
clt_network_changed_cb (CltNetwork      *self,
                        gboolean         available,
                        GNetworkMonitor *monitor)
{
  if (!self->is_overridden)
    clt_network_change (self, available);
}

static void
clt_network_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  CltNetwork *self = CLT_NETWORK (object);

  switch ((CltNetworkProperty) prop_id)
    {
    case PROP_AVAILABLE:
      g_value_set_boolean (value, self->available);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
clt_network_class_init (CltNetworkClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = clt_network_get_property;

  properties[PROP_AVAILABLE] =
    g_param_spec_boolean ("available", NULL, NULL, TRUE,
                          G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
clt_network_init (CltNetwork *self)
{
  GNetworkMonitor *monitor = g_network_monitor_get_default ();

  self->available = g_network_monitor_get_network_available (monitor);
  g_signal_connect_object (monitor, "network-changed", G_CALLBACK (clt_network_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * clt_network_get_default:
 *
 * Gets the one object that follows the network. It lives as long as the program.
 *
 * Returns: (transfer none): the network
 */
CltNetwork *
clt_network_get_default (void)
{
  static CltNetwork *network = NULL;

  if (network == NULL)
    network = g_object_new (CLT_TYPE_NETWORK, NULL);

  return network;
}

/**
 * clt_network_get_available:
 * @self: the network
 *
 * Returns: %FALSE if the desktop says that there is no network
 */
gboolean
clt_network_get_available (CltNetwork *self)
{
  g_return_val_if_fail (CLT_IS_NETWORK (self), TRUE);

  return self->available;
}

/**
 * clt_network_set_available:
 * @self: the network
 * @available: what the answer is to be
 *
 * Takes the answer from a test instead of the desktop, for the rest of the
 * process.
 */
void
clt_network_set_available (CltNetwork *self,
                           gboolean    available)
{
  g_return_if_fail (CLT_IS_NETWORK (self));

  self->is_overridden = TRUE;
  clt_network_change (self, available);
}
