// Every test builds; side by side they would only take each other's time, and some of them measure it.
[assembly: CollectionBehavior(CollectionBehavior.CollectionPerAssembly)]
