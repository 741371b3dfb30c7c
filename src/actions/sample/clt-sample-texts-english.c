/* Copyright 2026 The Clientele Developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clt-sample-texts.h"

#define WORDS(...) (const char * const[]) { __VA_ARGS__, NULL }

static const CltSampleNotes notes[] = {
  {
    "call",
    WORDS ("Call with {person}", "{person} called", "Short call about {product}", "Called back"),
    WORDS ("Called {person} about {product}.",
           "{person} phoned this morning.",
           "Returned the call of {person}.",
           "Caught {person} between two meetings.",
           "Half an hour on the phone with {person}.",
           "{person} called to ask where we stand."),
  },
  {
    "visit",
    WORDS ("Visit in {city}", "On site at {customer}", "Walk through the plant"),
    WORDS ("Visited {customer} in {city} together with {user}.",
           "Walked through the plant with {person}.",
           "Met {person} on site.",
           "Two hours on the shop floor in {city}.",
           "{person} showed us the new hall."),
  },
  {
    "email",
    WORDS ("Mail from {person}", "Re: {product}", "Answer to our quote",
    "Question about delivery"),
    WORDS ("{person} answered our mail.",
           "Mail from {person}, copied to purchasing.",
           "{person} sent the drawings we had asked for.",
           "{person} wrote after talking to the board.",
           "Long mail from {person} with several questions."),
  },
  {
    "note",
    WORDS ("Where we stand", "Background", "After the meeting", "For the handover",
    "Worth knowing"),
    WORDS ("Summary for {user}.",
           "Heard at the trade fair.",
           "From the internal meeting on {weekday}.",
           "For whoever takes over.",
           "What we know so far."),
  },
  { NULL }
};

static const CltSampleTitles events[] = {
  {
    "meeting",
    WORDS ("Project meeting {brand}", "Demo of {product}", "Kick-off with {brand}",
           "Quarterly review {brand}", "Review of the quote with {person}",
           "Workshop: requirements of {brand}", "Steering committee {brand}"),
  },
  {
    "call",
    WORDS ("Call {person}", "Follow-up call {brand}", "Questions about {product}",
           "Weekly call with {brand}", "Delivery dates for {brand}"),
  },
  {
    "visit",
    WORDS ("Site visit {brand}, {city}", "Survey of the plant in {city}",
           "Commissioning at {brand}", "Acceptance at {brand}", "Training on site, {city}"),
  },
  { NULL }
};

static const CltSampleTitles tasks[] = {
  {
    "todo",
    WORDS ("Prepare the quote for {brand}", "Calculate {product} for {nn} machines",
           "Write up the meeting with {brand}", "Book the demo room for {brand}",
           "Check the drawings from {brand}", "Order a test unit for {brand}"),
  },
  {
    "call",
    WORDS ("Call {person} about the quote", "Call {person} back", "Ask {person} about the budget",
           "Find out who decides at {brand}"),
  },
  {
    "email",
    WORDS ("Send the data sheet to {person}", "Send references to {person}",
           "Answer the security questions of {brand}", "Send the invitation to {person}"),
  },
  {
    "meeting",
    WORDS ("Arrange a meeting with {person}", "Find a date for the survey in {city}",
           "Arrange the kick-off with {brand}"),
  },
  {
    "other",
    WORDS ("Check open invoices of {brand}", "Update the account plan of {brand}",
           "Thank {person} for the reference"),
  },
  { NULL }
};

static const CltSampleTicket tickets[] = {
  { "incident", "Gateway loses its connection at night",
    "The gateway in hall {n} drops off the network every night around two and comes back by "
    "itself after about {nn} minutes. No data is lost, but the night shift gets false alarms." },
  { "incident", "No values from {n} sensors since the update",
    "Since the update of {weekday} these sensors show “no data”. Restarting the gateway did not "
    "help. The other sensors on the same line work." },
  { "incident", "Operator panel freezes",
    "The panel at the filling station stops reacting to touch about once a week. Switching it "
    "off and on again helps. Pictures are attached to our mail." },
  { "incident", "Report for last month is empty",
    "The monthly energy report opens, but every column is empty. The month before was "
    "complete." },
  { "incident", "Camera rejects good parts",
    "After cleaning, the inspection camera rejects about {nn} good parts an hour. We have gone "
    "back to checking by hand and need help today." },
  { "question", "How do we add a second plant?",
    "We are about to connect our plant in {city}. Does it need its own licence, and can "
    "{person} see both?" },
  { "question", "Can measured values be exported?",
    "Our quality department wants the raw values of the last {n} weeks in a spreadsheet. Is "
    "there an export, or should we use the interface?" },
  { "question", "Which ports must be open?",
    "IT asks for the list of ports and addresses that the gateway uses, with the direction." },
  { "question", "Calibration interval of the pressure transmitters",
    "Our auditor asks how often the transmitters have to be calibrated and who may do it." },
  { "request", "Two more user accounts",
    "Please add accounts for two colleagues from maintenance, with the same rights as "
    "{person}." },
  { "request", "Move the licence to a new server",
    "Our server is being replaced on {weekday}. Please move the licence, if possible outside of "
    "working hours." },
  { "request", "Training for new colleagues",
    "{n} new colleagues start next month. Please offer us a day of training on site." },
  { "request", "Spare part for a gateway",
    "The power supply of one gateway is broken. Please send a replacement, the order number "
    "follows." },
  { "complaint", "Delivery was incomplete",
    "{n} of {nn} sensors were missing from the parcel. The delivery note says they were all "
    "packed." },
  { "complaint", "Invoice does not match the order",
    "The invoice charges {n} days of commissioning, we had agreed on one less. Please correct "
    "it." },
  { "complaint", "Third visit and still not solved",
    "Your technician was here for the third time and the fault is back. We expect a plan by "
    "{weekday}." },
  { NULL }
};

static const CltSamplePiece articles[] = {
  { "Connecting a gateway to the plant network", "Installation",
    "Give the gateway a fixed address or a reservation. It only ever opens connections to the "
    "outside, on port 443; nothing has to be opened towards it.\n\n"
    "A green light means that values arrive, a yellow one that they are kept on the gateway "
    "until the connection is back. It keeps 30 days." },
  { "A sensor shows “no data”", "Troubleshooting",
    "Check in this order: the battery (Settings, Sensors, Details), the distance to the "
    "gateway, the name of the line. A sensor that was moved to another line shows its values "
    "there.\n\n"
    "If the light of the sensor stays dark after pressing the button for three seconds, it has "
    "to be replaced." },
  { "Exporting measured values", "How-to",
    "Open the line, choose the period and press Export. Files of up to a million rows are "
    "offered for download; larger ones are sent to you as a link by mail." },
  { "What the service contract covers", "Contracts",
    "Basic: answers on working days within eight hours and updates. Gold: answers within two "
    "hours, also at night, spare parts in advance, and one survey on site a year." },
  { "Preparing for a calibration", "Maintenance",
    "Transmitters are calibrated every 12 months. Stop the line or switch the measuring point "
    "to manual, note the last value and keep the certificate of the previous calibration at "
    "hand." },
  { "Users and rights", "How-to",
    "A reader sees, an operator acknowledges alarms, an administrator changes lines and users. "
    "Rights hold for a plant and everything in it." },
  { "Resetting an operator panel", "Troubleshooting",
    "Hold the two upper corners for ten seconds. The panel restarts and fetches its pages "
    "again; settings are kept. If it happens more often than once a month, please open a "
    "ticket." },
  { "Planning a retrofit", "Projects",
    "A line of up to twelve machines takes about three days: one to survey, one to mount, one "
    "to check. Production has to stop for about an hour per machine." },
  { NULL }
};

static const CltSamplePiece campaigns[] = {
  { "Spring webinar: saving energy on the line", NULL,
    "Three webinars of 40 minutes for energy managers. Goal: 120 participants, 15 first "
    "meetings." },
  { "Trade fair Hanover", NULL,
    "Stand of 36 m² with a running packing line. Invite all customers of the region and follow "
    "up within a week." },
  { "Retrofit instead of replacing", NULL,
    "Letter and call to plants with machines older than ten years, with the retrofit kit as an "
    "entry." },
  { "Reference tour in Leeds", NULL,
    "Twelve interested customers visit a plant that has been running for two years." },
  { "Newsletter: quality records", NULL,
    "Four mails in eight weeks about audits, each with one story from a customer." },
  { "Partner programme for integrators", NULL,
    "Find ten integrators who want to offer our gateways, train two people each." },
  { NULL }
};

static const CltSamplePiece segments[] = {
  { "Customers with a service contract that ends this year",
  NULL, "To be called three months before the end." },
  { "Plants with more than 200 employees",
  NULL, "Target group for line monitoring with analytics." },
  { "Interested in energy management", NULL, "Asked about energy in the last twelve months." },
  { "Not contacted for half a year", NULL, "A short call, no mail." },
  { NULL }
};

const CltSampleTexts clt_sample_texts_english = {
  .notes = notes,
  .note_bodies = WORDS (
    "They are happy with the trial but want a second site quoted before they decide.",
    "This year’s budget is spent; the next one opens after the holidays.",
    "The old system fails about {n} times a month and production is losing patience.",
    "A competitor offered {nn} % less, but without commissioning.",
    "IT wants to see our answers to their security questions first.",
    "The head of production has to be convinced; purchasing is on our side.",
    "They asked for a reference from the same industry.",
    "Delivery in {n} weeks would be early enough.",
    "The pilot covers {n} machines; if it goes well they roll out to {nn}.",
    "They would rather rent than buy.",
    "{product} would fit, but they want to see it at work first.",
    "They compare us with one other supplier, price is not the main point.",
    "The audit is in {n} weeks and they need the records by then.",
    "A new plant in {city} is planned for next year.",
    "Two engineers were trained last year and have left since.",
    "They like that values are kept during an outage.",
    "The contract has to go through the group’s legal department.",
    "Spare parts matter more to them than a discount.",
    "They measure by hand today, once a shift, on paper.",
    "Their own people will do the installation, we only commission.",
    "The night shift is the real user and nobody had asked them so far.",
    "Decision is taken in the board meeting at the end of the month.",
    "They want one invoice for all sites.",
    "Energy costs rose by {nn} %, so that project suddenly has priority."),
  .note_closings = WORDS (
    "Promised the revised quote by {weekday}.",
    "Next call in two weeks.",
    "Sending the data sheet today.",
    "{user} joins the next meeting.",
    "Nothing to do until they come back to us.",
    "Must not forget to invite them to the open day.",
    "Will ask {user} for the calculation.",
    "They prefer to be called before nine.",
    "Drawings follow by mail.",
    "Agreed on a survey in week {nn}.",
    "Please do not offer a discount yet.",
    "Good chances, I would say."),
  .person_notes = WORDS (
    "Works as an independent consultant, mostly for small plants around {city}.",
    "Bought {product} for a workshop of his own and recommends us.",
    "Prefers mail to calls and answers within the day.",
    "Asked whether there is a smaller licence for up to {n} machines.",
    "Met at the trade fair; interested in becoming a partner.",
    "Pays on the day the invoice arrives."),
  .ticket_notes = WORDS (
    "Reproduced on the test bench; it happens only with the old firmware.",
    "Asked {person} for the log file of the gateway.",
    "Log file received. The address is given out twice in their network.",
    "Replacement is on its way, arrives on {weekday}.",
    "Called {person}: the workaround holds, no hurry.",
    "Handed over to development, an answer is due by {weekday}.",
    "Update installed remotely, watching it for {n} days.",
    "{person} confirms that it works. Waiting one more shift before closing.",
    "Technician is on site on {weekday}.",
    "Explained how to do it on the phone and sent the article."),
  .deal_subjects = WORDS (
    "Line monitoring for {city}", "Retrofit of {n} packing lines",
    "Energy management for the plant in {city}",
    "Renewal of the service contract", "Predictive maintenance, pilot",
    "Cameras for final assembly",
    "Gateways for {n} sites", "Training for the team in {city}",
    "Replacement of {nn} old controllers",
    "Quality records for the audit", "Extension by {n} lines", "{product}, framework agreement",
    "Monitoring of the cold store", "Test rig with {nn} sensors"),
  .deal_texts = WORDS (
    "Wants to go live before the summer shutdown. {n} lines, later perhaps {nn}.",
    "Replaces a system of 2009 that nobody can repair any more.",
    "Decided by {person}; IT has a veto.",
    "Came from a recommendation. Budget is approved, the date is open.",
    "First a pilot with {n} machines, then the decision about the rest.",
    "Public tender, offers have to be in on paper as well."),
  .next_steps = WORDS (
    "Send the revised quote", "Call {person}", "Arrange the survey", "Demo with production",
    "Wait for the order", "Clear up the terms of payment", "Answer the questions of IT",
    "Name a reference"),
  .competitors = WORDS ("Acme Controls", "Globex Automation", "Initech Sensors", "their own IT"),
  .lost_reasons = WORDS (
    "Too expensive", "Project postponed", "Lost to a competitor", "No budget", "Solved in house",
    "Does not meet the requirements"),
  .quote_terms = WORDS (
    "Delivery within four weeks, payable in 30 days without deduction.",
    "30 % on order, 70 % on acceptance.",
    "Prices without VAT, commissioning charged by the day."),
  .lead_subjects = WORDS (
    "Asked for a price list", "Interested in {product}", "Download: planning a retrofit",
    "Met at the trade fair", "Wants a demo of line monitoring", "Question about {product}",
    "Webinar on energy", "Recommended by a customer"),
  .lead_texts = WORDS (
    "Filled in the form on the website and asked to be called in the afternoon.",
    "Has {nn} machines, looks for something simple to begin with.",
    "Talked to {user} at the stand, took the brochure along.",
    "Is collecting offers for a project next year.",
    "Uses paper today and has an audit coming up.",
    "Asked for a partner in the region."),
  .lead_lost_reasons = WORDS (
    "Only wanted information", "Cannot be reached", "Student", "Competitor", "Too small for now"),
  .events = events,
  .all_day_events = WORDS (
    "Trade fair", "Acceptance test at {brand}", "Training day for {brand}",
    "Survey at {brand}, {city}"),
  .event_texts = WORDS (
    "Agenda: where we stand, open points, next steps.",
    "Bring the test unit and two data sheets.",
    "Register at the gate; safety shoes are required.",
    "Participants: {person}, {user}, production.",
    "Talk about the quote and the date of delivery."),
  .rooms = WORDS ("Meeting room 1", "Meeting room 3", "Demo room", "Video call"),
  .tasks = tasks,
  .tickets = tickets,
  .customer_texts = WORDS (
    "Family business in the third generation, decides quickly.",
    "Supplier to the car industry, three shifts.",
    "Two plants, head office in {city}.",
    "Customer since the first generation of the gateways.",
    "Buys through the group’s purchasing, prices are negotiated once a year.",
    "Came through a recommendation and is glad to act as a reference.",
    "Growing fast; a second hall is being built."),
  .customer_tags = WORDS ("Key account", "Reference", "Framework agreement", "Export",
  "Newsletter", "Pilot"),
  .contact_tags = WORDS ("Decision maker", "Technical", "Newsletter", "Trade fair"),
  .deal_tags = WORDS ("Pilot", "Tender", "Retrofit", "Several sites"),
  .weekdays = WORDS ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday"),
  .articles = articles,
  .campaigns = campaigns,
  .segments = segments,
};
