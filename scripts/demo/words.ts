// What names and doings of the demo are put together from. Companies are invented: each name is a chance meeting of two or three of these words.

export const PLACES = {
  heads:
    `Bracken Brindle Burnet Calder Cinder Dapple Ember Fallow Fennel Flax Gorse Heddle Hollin Inkle Jessamy Kestle Larch Linnet Lovage Madder Marl
    Nettle Orrel Osier Pebble Pennant Quillan Rushen Sable Sedge Skerry Tallow Tansy Tarn Thistle Umber Vetch Wether Withy Yarrow`.split(
      /\s+/,
    ),
  tails: `combe croft dene garth gill hythe keld lathe lea mere ness rigg royd sett shaw stow thwaite toft wick wold`.split(' '),
} as const;

export const COINED = {
  heads: 'Aur Bel Cal Cor Dre Elo Fen Hal Ist Jor Kal Lum Mer Nav Omb Pel Quo Ril Sol Tas Ul Vel Wen Yl Zan'.split(' '),
  middles: 'a e i o u an el in or'.split(' '),
  tails: 'dra dis fex lio lume mera nix nova ptis quil rax rel sco seth thal tis tora vance via vox'.split(' '),
} as const;

/** Industries, each with words that end a company's name. */
export const INDUSTRIES: Record<string, readonly string[]> = {
  Logistics: ['Freight', 'Logistics', 'Haulage', 'Couriers', 'Shipping'],
  Manufacturing: ['Robotics', 'Tooling', 'Castings', 'Instruments', 'Ceramics', 'Textiles'],
  Energy: ['Power', 'Solar', 'Renewables', 'Grid Services'],
  Finance: ['Mutual', 'Lending', 'Insurance', 'Ledger'],
  Health: ['Dental', 'Clinics', 'Diagnostics', 'Home Care'],
  Food: ['Foods', 'Bakery', 'Provisions', 'Dairy', 'Coffee Roasters'],
  Retail: ['Outfitters', 'Interiors', 'Apparel', 'Garden Supply'],
  Media: ['Press', 'Pictures', 'Publishing', 'Radio'],
  'Professional services': ['Legal', 'Advisory', 'Architects', 'Surveyors'],
  Education: ['Academy', 'Learning', 'Language School'],
  Software: ['Systems', 'Analytics', 'Software', 'Robotics Cloud'],
  Property: ['Estates', 'Construction', 'Facilities', 'Housing'],
};

export const GROUPS = ['Group', 'Holding', 'International', 'Partners', 'Industries'];

/** Regions of a group, each with cities for what lies below. */
export const REGIONS: Record<string, readonly string[]> = {
  Nordics: ['Malmö', 'Tampere', 'Bergen', 'Aarhus'],
  DACH: ['Graz', 'Bremen', 'Basel', 'Leipzig'],
  Benelux: ['Ghent', 'Utrecht', 'Eindhoven'],
  Iberia: ['Porto', 'Bilbao', 'Seville'],
  France: ['Nantes', 'Lille', 'Lyon'],
  Italia: ['Turin', 'Bologna', 'Bari'],
  Polska: ['Poznań', 'Gdańsk', 'Łódź'],
  Japan: ['Osaka', 'Nagoya', 'Sapporo'],
  Australia: ['Perth', 'Hobart', 'Adelaide'],
  Canada: ['Halifax', 'Winnipeg', 'Québec'],
  Brasil: ['Recife', 'Curitiba', 'Belém'],
  India: ['Pune', 'Kochi', 'Jaipur'],
};

export const GIVEN_NAMES =
  `Adaeze Aiko Alejandro Amara Anders Anika Antoine Arjun Astrid Ayşe Beatriz Benedikt Bram Camille Carlos Chiara Daniel Dimitra Eero
  Elif Emeka Emil Esther Farah Felix Fiona Freya Gabriel Giulia Grace Hana Haruto Helena Hugo Ibrahim Ines Ingrid Isaac Jasmin Joana Johan Julia Kamil
  Karolina Kenji Kwame Laila Lars Leila Linnea Lucas Luca Magda Malik Marta Martin Mateo Matilda Mei Mikkel Milan Nadia Naomi Nia Nikolai Noor Olivia
  Omar Oskar Paula Pedro Petra Rafael Rania Ravi Rosa Ruth Samir Sanna Santiago Selma Sofia Stefan Sven Tariq Tereza Theo Tomás Valentina Viktor
  Wanjiru Yara Yuki Yusuf Zofia`.split(/\s+/);

export const FAMILY_NAMES =
  `Abara Acheampong Adeyemi Aguilar Albrecht Almeida Aoki Arslan Asante Baptiste Barbosa Becker Bellini Bergström Bianchi Bjerke
  Blanchard Boateng Brandt Caruso Castellano Chaudhry Chen Costa Czarnecki Dahl Delgado Demir Diallo Dubois Dvořák Eriksen Esposito Fabre Farouk Ferrari
  Fischer Fontaine Fujita Gallo García Greco Haddad Hagen Halonen Hansen Hassan Herrera Hoffmann Holm Ibáñez Inoue Iyer Jansen Jensen Kamau Kaplan Kaur
  Keller Kimura Kowalczyk Krüger Kumar Laine Lambert Larsen Lehmann Lindqvist Lopes Mäkinen Marchetti Marino Martel Mbeki Mensah Mishra Moreau Moreno
  Mori Nakamura Navarro Ndiaye Nguyen Nowak Nyström Okafor Okonkwo Oliveira Osei Oyelaran Park Patel Pereira Petrov Pires Popescu Ramos Reyes Richter
  Rinaldi Romano Rossi Saito Salazar Santos Sato Schäfer Serrano Sharma Silva Sørensen Strand Suzuki Szabó Takeda Torres Tran Vargas Vasquez Virtanen
  Vogel Weber Wójcik Yamada Yilmaz Zieliński`.split(/\s+/);

export const JOBS = [
  'Operations lead',
  'Planner',
  'Head of finance',
  'Project manager',
  'Office manager',
  'Analyst',
  'IT administrator',
  'Site manager',
];

/** What people do in Meridian Cloud: modules and their activities, with weights. */
export const DOINGS: readonly (readonly [doing: { module: string; activity: string }, weight: number])[] = [
  [{ module: 'Boards', activity: 'Board updated' }, 30],
  [{ module: 'Boards', activity: 'Card moved' }, 24],
  [{ module: 'Boards', activity: 'Comment written' }, 12],
  [{ module: 'Reports', activity: 'Report viewed' }, 14],
  [{ module: 'Reports', activity: 'Report exported' }, 5],
  [{ module: 'Automations', activity: 'Rule triggered' }, 8],
  [{ module: 'Mobile', activity: 'Signed in' }, 10],
  [{ module: 'Admin', activity: 'Invitation sent' }, 2],
];

export const TALKS = ['Quarterly review', 'Onboarding call', 'Renewal talk', 'Training session', 'Check-in', 'Roadmap preview'];
export const TASKS = [
  'Send the renewal offer',
  'Plan the training',
  'Ask for a reference',
  'Check seats in use',
  'Introduce the new admin',
];
export const EDITIONS = ['Starter', 'Business', 'Enterprise', 'Mobile add-on', 'Reports add-on'];
export const DEALS = ['More seats', 'Reports add-on', 'Move to Enterprise', 'Mobile roll-out', 'Second site', 'Three-year renewal'];
export const STAGES = ['Discovery', 'Proposal', 'Negotiation'];
export const OWNERS = ['Dana Whitfield', 'Priya Raman', 'Jonas Falk', 'Mia Torres'];
