//! A disk in memory that loses power: what was written is one thing, what would be left of it is another.
//!
//! Every change of a name is an edit of a folder that stays in a log until that folder is made durable; a rename is one edit, for a
//! journal writes it at once or not at all. What is in a file is lost or torn until it was made durable. A power cut keeps whatever
//! part of the log one likes: this disk promises nothing that POSIX does not.

use std::collections::BTreeMap;
use std::io;
use std::path::{Component, Path, PathBuf};
use std::sync::{Arc, Mutex};

use promulgate::release::{Disk, EntryKind, Held};

type Number = usize;
type Name = (Number, String);

#[derive(Clone)]
enum Node {
    File { bytes: Arc<Vec<u8>>, durable: Durable },
    Folder { private: bool },
    Link(PathBuf),
}

#[derive(Clone, Copy, PartialEq)]
enum Durable {
    Yes,
    No,
    /// Its sync failed: the system forgot that it must be written, and no later sync will write it.
    Lost,
}

/// What is done to a disk at one of its operations.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Fault {
    /// An error, and nothing was done.
    Before,
    /// An error, though it was done.
    After,
    /// The disk is full: what is written is torn, everything else undone.
    Full,
    /// The writer ends there: what takes time is half done.
    Crash,
}

pub(crate) const FAULTS: [Fault; 4] = [Fault::Before, Fault::After, Fault::Full, Fault::Crash];

/// What becomes of the bytes of a file that were not made durable.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Bytes {
    Whole,
    Torn,
    None,
}

/// Which of the changes that were not made durable outlive a power cut.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Names {
    First(usize),
    Only(usize),
    AllBut(usize),
}

#[derive(Clone)]
struct Edit {
    at: u64,
    names: Vec<(Name, Option<Number>)>,
}

#[derive(Clone, Default)]
struct State {
    nodes: Vec<Node>,
    seen: BTreeMap<Name, Number>,
    /// The last durable edit of each name.
    durable: BTreeMap<Name, (u64, Option<Number>)>,
    log: Vec<Edit>,
    clock: u64,
    locked: bool,
    fault: Option<(usize, Fault)>,
    operations: usize,
    dead: bool,
    done: Vec<&'static str>,
}

#[derive(Default)]
pub(crate) struct Model(Arc<Mutex<State>>);

impl Clone for Model {
    /// The same disk, as it would be found by the next process.
    fn clone(&self) -> Self {
        let state = State { locked: false, fault: None, operations: 0, dead: false, done: Vec::new(), ..self.state().clone() };
        Model(Arc::new(Mutex::new(state)))
    }
}

fn no(kind: io::ErrorKind) -> io::Error {
    kind.into()
}

impl Model {
    pub(crate) fn new(folder: &str) -> Self {
        let model = Model::default();
        model.state().nodes.push(Node::Folder { private: false });
        model.make_folder(Path::new(folder), false).unwrap();
        model.cut(Names::First(usize::MAX), Bytes::Whole)
    }

    fn state(&self) -> std::sync::MutexGuard<'_, State> {
        self.0.lock().unwrap()
    }

    pub(crate) fn arm(&self, operation: usize, fault: Fault) {
        let mut state = self.state();
        (state.fault, state.operations) = (Some((operation, fault)), 0);
    }

    pub(crate) fn heal(&self) {
        let mut state = self.state();
        (state.fault, state.dead, state.locked) = (None, false, false);
    }

    /// What was done to it, in order.
    pub(crate) fn done(&self) -> Vec<&'static str> {
        self.state().done.clone()
    }

    /// How many changes would be lost by a power cut.
    pub(crate) fn waiting(&self) -> usize {
        self.state().log.len()
    }

    /// What a power cut leaves.
    pub(crate) fn cut(&self, names: Names, bytes: Bytes) -> Model {
        let mut state = self.state().clone();
        (state.locked, state.fault, state.operations, state.dead) = (false, None, 0, false);
        state.done.clear();
        for (at, edit) in std::mem::take(&mut state.log).into_iter().enumerate() {
            let kept = match names {
                Names::First(count) => at < count,
                Names::Only(one) => at == one,
                Names::AllBut(one) => at != one,
            };
            if kept {
                state.settle(&edit);
            }
        }
        state.seen = state.durable.iter().filter_map(|(name, (_, node))| Some((name.clone(), (*node)?))).collect();
        for node in &mut state.nodes {
            if let Node::File { bytes: held, durable } = node {
                if *durable != Durable::Yes {
                    let left = match bytes {
                        Bytes::Whole if *durable == Durable::No => held.len(),
                        Bytes::Whole | Bytes::Torn => held.len() / 2,
                        Bytes::None => 0,
                    };
                    *held = Arc::new(held[..left].to_vec());
                }
                *durable = Durable::Yes;
            }
        }
        Model(Arc::new(Mutex::new(state)))
    }

    /// The states that a power cut may leave now: of the changes that wait, the first so many, one alone, or all but one. The hardest of
    /// them for the bytes is that they are lost; that they are whole is tried where all of the names are.
    pub(crate) fn cuts(&self) -> Vec<(Names, Bytes)> {
        let waiting = self.waiting();
        let mut all = vec![(Names::First(waiting), Bytes::Whole), (Names::First(waiting), Bytes::Torn)];
        all.extend((0..=waiting).map(|count| (Names::First(count), Bytes::None)));
        all.extend((0..waiting).flat_map(|one| [(Names::Only(one), Bytes::None), (Names::AllBut(one), Bytes::None)]));
        all.extend((0..waiting).flat_map(|one| [(Names::Only(one), Bytes::Whole), (Names::AllBut(one), Bytes::Whole)]));
        all
    }

    /// The plainest of them: nothing is left of what waits, or all names.
    pub(crate) fn plain_cuts(&self) -> Vec<(Names, Bytes)> {
        let all = Names::First(self.waiting());
        vec![(Names::First(0), Bytes::None), (all, Bytes::None), (all, Bytes::Torn), (all, Bytes::Whole)]
    }

    /// Whether there is such a name.
    pub(crate) fn has(&self, path: &Path) -> bool {
        self.state().find(path, false).is_ok()
    }

    /// Every name below a folder with what it stands for: a file's bytes, a link's target, nothing for a folder.
    pub(crate) fn tree(&self, folder: &Path) -> BTreeMap<String, Entry> {
        fn walk(state: &State, folder: Number, above: &str, found: &mut BTreeMap<String, Entry>) {
            for (name, node) in state.names(folder) {
                let path = format!("{above}{name}");
                let entry = match &state.nodes[node] {
                    Node::File { bytes, .. } => Entry::File(Arc::clone(bytes)),
                    Node::Link(target) => Entry::Link(target.clone()),
                    Node::Folder { private } => {
                        walk(state, node, &format!("{path}/"), found);
                        Entry::Folder { private: *private }
                    }
                };
                found.insert(path, entry);
            }
        }
        let (state, mut found) = (self.state(), BTreeMap::new());
        if let Ok(number) = state.find(folder, true) {
            walk(&state, number, "", &mut found);
        }
        found
    }

    /// Does an operation, or what the fault that was set for it makes of it.
    fn operate<T>(
        &self,
        name: &'static str,
        whole: impl FnOnce(&mut State) -> io::Result<T>,
        part: impl FnOnce(&mut State) -> io::Result<()>,
    ) -> io::Result<T> {
        let mut state = self.state();
        if state.dead {
            return Err(no(io::ErrorKind::Other));
        }
        state.done.push(name);
        let at = state.operations;
        state.operations += 1;
        match state.fault.filter(|(when, _)| *when == at).map(|(_, fault)| fault) {
            None => whole(&mut state),
            Some(Fault::Before) => {
                if name == "sync_tree" {
                    state.lose();
                }
                Err(no(io::ErrorKind::Other))
            }
            Some(Fault::After) => {
                let done = whole(&mut state);
                // What it gave may be a lock, which is given back by way of the state.
                drop(state);
                done.and(Err(no(io::ErrorKind::Other)))
            }
            Some(Fault::Full) => part(&mut state).and(Err(no(io::ErrorKind::StorageFull))),
            Some(Fault::Crash) => {
                state.dead = true;
                part(&mut state).and(Err(no(io::ErrorKind::Other)))
            }
        }
    }

    /// An operation that is done or not.
    fn at_once<T>(&self, name: &'static str, whole: impl FnOnce(&mut State) -> io::Result<T>) -> io::Result<T> {
        self.operate(name, whole, |_| Ok(()))
    }
}

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Entry {
    File(Arc<Vec<u8>>),
    Folder { private: bool },
    Link(PathBuf),
}

impl State {
    fn names(&self, folder: Number) -> Vec<(String, Number)> {
        let range = self.seen.range((folder, String::new())..(folder + 1, String::new()));
        range.map(|((_, name), node)| (name.clone(), *node)).collect()
    }

    fn find(&self, path: &Path, follow: bool) -> io::Result<Number> {
        let (mut at, mut above, mut parts) = (vec![0], PathBuf::from("/"), path.components().peekable());
        while let Some(part) = parts.next() {
            match part {
                Component::RootDir => at = vec![0],
                Component::ParentDir => drop((at.len() > 1).then(|| at.pop())),
                Component::Normal(name) => {
                    let here = *at.last().unwrap();
                    if !matches!(self.nodes[here], Node::Folder { .. }) {
                        return Err(no(io::ErrorKind::NotADirectory));
                    }
                    let found = self.seen.get(&(here, name.to_str().unwrap().to_owned())).copied();
                    let mut found = found.ok_or_else(|| no(io::ErrorKind::NotFound))?;
                    if let Node::Link(target) = &self.nodes[found]
                        && (follow || parts.peek().is_some())
                    {
                        found = self.find(&above.join(target), true)?;
                    }
                    at.push(found);
                    above.push(name);
                }
                _ => {}
            }
        }
        Ok(*at.last().unwrap())
    }

    /// The folder and the name of a path.
    fn place(&self, path: &Path) -> io::Result<Name> {
        let folder = self.find(path.parent().unwrap(), true)?;
        Ok((folder, path.file_name().unwrap().to_str().unwrap().to_owned()))
    }

    fn vacant(&self, path: &Path) -> io::Result<Name> {
        let name = self.place(path)?;
        if self.seen.contains_key(&name) { Err(no(io::ErrorKind::AlreadyExists)) } else { Ok(name) }
    }

    fn edit(&mut self, names: Vec<(Name, Option<Number>)>) {
        for (name, node) in &names {
            match node {
                Some(node) => drop(self.seen.insert(name.clone(), *node)),
                None => drop(self.seen.remove(name)),
            }
        }
        self.clock += 1;
        self.log.push(Edit { at: self.clock, names });
    }

    fn make(&mut self, name: Name, node: Node) {
        self.nodes.push(node);
        let number = self.nodes.len() - 1;
        self.edit(vec![(name, Some(number))]);
    }

    fn settle(&mut self, edit: &Edit) {
        for (name, node) in &edit.names {
            let known = self.durable.entry(name.clone()).or_insert((0, None));
            if known.0 < edit.at {
                *known = (edit.at, *node);
            }
        }
    }

    fn sync_names(&mut self, folder: Number) {
        let (now, later) = std::mem::take(&mut self.log)
            .into_iter()
            .partition::<Vec<_>, _>(|edit| edit.names.iter().any(|((place, _), _)| *place == folder));
        now.iter().for_each(|edit| self.settle(edit));
        self.log = later;
    }

    fn sync_below(&mut self, folder: Number) {
        for (_, node) in self.names(folder) {
            match &mut self.nodes[node] {
                Node::File { durable, .. } if *durable == Durable::No => *durable = Durable::Yes,
                Node::Folder { .. } => self.sync_below(node),
                _ => {}
            }
        }
        self.sync_names(folder);
    }

    fn lose(&mut self) {
        for node in &mut self.nodes {
            if let Node::File { durable, .. } = node
                && *durable == Durable::No
            {
                *durable = Durable::Lost;
            }
        }
    }

    /// Removes what is below a folder, but for the last names.
    fn empty(&mut self, folder: Number, spare: usize) {
        let names = self.names(folder);
        for (name, node) in names.iter().take(names.len().saturating_sub(spare)) {
            if matches!(self.nodes[*node], Node::Folder { .. }) {
                self.empty(*node, 0);
            }
            self.edit(vec![((folder, name.clone()), None)]);
        }
    }

    fn write(&mut self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        let name = self.vacant(path)?;
        self.make(name, Node::File { bytes: Arc::new(bytes.to_vec()), durable: Durable::No });
        Ok(())
    }
}

impl Disk for Model {
    fn lock(&self, path: &Path) -> io::Result<Option<Held>> {
        struct Guard(Arc<Mutex<State>>);
        impl Drop for Guard {
            fn drop(&mut self) {
                self.0.lock().unwrap().locked = false;
            }
        }
        let shared = Arc::clone(&self.0);
        self.at_once("lock", |state| {
            let name = state.place(path)?;
            if !state.seen.contains_key(&name) {
                state.make(name, Node::File { bytes: Arc::default(), durable: Durable::No });
            }
            Ok((!std::mem::replace(&mut state.locked, true)).then(|| Held::by(Guard(shared))))
        })
    }

    fn make_folder(&self, path: &Path, private: bool) -> io::Result<()> {
        self.at_once("make_folder", |state| {
            let mut folder = PathBuf::from("/");
            for part in path.components().skip(1) {
                folder.push(part);
                match state.find(&folder, true) {
                    Ok(number) if matches!(state.nodes[number], Node::Folder { .. }) => {}
                    Ok(_) => return Err(no(io::ErrorKind::AlreadyExists)),
                    Err(_) => {
                        let name = state.vacant(&folder)?;
                        state.make(name, Node::Folder { private: private && folder == path });
                    }
                }
            }
            Ok(())
        })
    }

    fn write_new(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        self.operate("write_new", |state| state.write(path, bytes), |state| state.write(path, &bytes[..bytes.len() / 2]))
    }

    fn link(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.at_once("link", |state| {
            let (node, name) = (state.find(from, false)?, state.vacant(to)?);
            state.edit(vec![(name, Some(node))]);
            Ok(())
        })
    }

    fn point(&self, link: &Path, target: &Path) -> io::Result<()> {
        self.at_once("point", |state| {
            let name = state.vacant(link)?;
            state.make(name, Node::Link(target.to_owned()));
            Ok(())
        })
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.at_once("rename", |state| {
            let (node, old, new) = (state.find(from, false)?, state.place(from)?, state.place(to)?);
            let folder = |node: &Number| matches!(state.nodes[*node], Node::Folder { .. });
            if let Some(over) = state.seen.get(&new)
                && (folder(over) != folder(&node) || (folder(over) && !state.names(*over).is_empty()))
            {
                return Err(no(io::ErrorKind::AlreadyExists));
            }
            state.edit(vec![(old, None), (new, Some(node))]);
            Ok(())
        })
    }

    fn exchange(&self, one: &Path, other: &Path) -> io::Result<()> {
        self.at_once("exchange", |state| {
            let (first, second) = (state.find(one, false)?, state.find(other, false)?);
            let (one, other) = (state.place(one)?, state.place(other)?);
            state.edit(vec![(one, Some(second)), (other, Some(first))]);
            Ok(())
        })
    }

    fn remove_file(&self, path: &Path) -> io::Result<()> {
        self.at_once("remove_file", |state| {
            let (node, name) = (state.find(path, false)?, state.place(path)?);
            if matches!(state.nodes[node], Node::Folder { .. }) {
                return Err(no(io::ErrorKind::IsADirectory));
            }
            state.edit(vec![(name, None)]);
            Ok(())
        })
    }

    fn remove_folder(&self, path: &Path) -> io::Result<()> {
        let remove = |state: &mut State, whole: bool| {
            let (node, name) = (state.find(path, false)?, state.place(path)?);
            state.empty(node, usize::from(!whole));
            if whole {
                state.edit(vec![(name, None)]);
            }
            Ok(())
        };
        self.operate("remove_folder", |state| remove(state, true), |state| remove(state, false))
    }

    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        self.at_once("read", |state| match &state.nodes[state.find(path, true)?] {
            Node::File { bytes, .. } => Ok(bytes.to_vec()),
            _ => Err(no(io::ErrorKind::IsADirectory)),
        })
    }

    fn target(&self, link: &Path) -> io::Result<PathBuf> {
        self.at_once("target", |state| match &state.nodes[state.find(link, false)?] {
            Node::Link(target) => Ok(target.clone()),
            _ => Err(no(io::ErrorKind::InvalidInput)),
        })
    }

    fn kind(&self, path: &Path) -> io::Result<EntryKind> {
        self.at_once("kind", |state| {
            Ok(match state.nodes[state.find(path, false)?] {
                Node::File { .. } => EntryKind::File,
                Node::Folder { .. } => EntryKind::Folder,
                Node::Link(_) => EntryKind::Link,
            })
        })
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<String>> {
        self.at_once("list", |state| {
            let node = state.find(folder, true)?;
            Ok(state.names(node).into_iter().map(|(name, _)| name).collect())
        })
    }

    fn sync_tree(&self, folder: &Path) -> io::Result<()> {
        self.at_once("sync_tree", |state| {
            let node = state.find(folder, true)?;
            state.sync_below(node);
            Ok(())
        })
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        self.at_once("sync_folder", |state| {
            let node = state.find(folder, true)?;
            state.sync_names(node);
            Ok(())
        })
    }
}
