//! The nouns: [`Statement`], its [`LanguageVersion`]s, their [`Document`]s and [`Unit`]s, [`Fact`]s, [`Catalogue`]s, the [`Project`].
//!
//! No input or output, no parser types: everything here can be built in memory and looked at.

mod address;
mod asset;
mod canonical;
mod card;
mod catalogue;
mod columns;
mod document;
mod fact;
mod function;
mod instant;
mod lifecycle;
mod localized;
mod localized_address;
mod mail;
pub(crate) mod markdown;
mod origin;
mod project;
mod public;
mod release;
mod resolved;
mod stamp;
mod statement;
mod term;
mod text;
mod unit;
mod version;

pub use address::{AddressProblem, image_problem, link_problem};
pub(crate) use asset::decoded;
pub use asset::{asset_endings, asset_name, asset_type};
pub(crate) use canonical::line as canonical_line;
pub use canonical::{canonical_text, text_digest};
pub use card::{Card, CardText};
pub use catalogue::{
    Argument, Attribute, Catalogue, Element, Entry, EntryKind, Expression, ExpressionKind, Ident, Junk, Pattern, Resource,
    Variant, VariantKey,
};
pub use columns::parallel_columns;
pub use document::{
    Alignment as ColumnAlignment, Attribution, Block, BlockKind, Cell, Document, Footnote, Inline, InlineKind, Item, Marker, Row,
    Title, inlines_plain,
};
pub use fact::{Fact, Facts};
pub use function::{FUNCTIONS, Function, FunctionOption, OptionValues};
pub use instant::{Instant, InstantError};
pub use lifecycle::{Change, ChangeKind, LegalValue, PublicationStatus, State, TranslationType};
pub use localized::Localized;
pub use localized_address::{AddressMatch, match_addresses, same_but_for_language};
pub use mail::{MailAddress, MailAddressError, MailSettings};
pub use origin::Origin;
pub use project::{LevelSetting, Project, Setting};
pub use public::{PublicFile, PublicRecord, PublicStatement};
pub use release::ReleaseSettings;
pub use stamp::{Stamp, StampDigest, Stamps};
pub use statement::{Name, Statement, Waiver};
pub use term::Term;
pub(crate) use term::forms_in;
pub use text::Text;
pub(crate) use text::{is_forbidden, is_invisible_control};
pub use unit::{Content, Unit, UnitKind};
pub use version::{LanguageVersion, VersionInfo};
