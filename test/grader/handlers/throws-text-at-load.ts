throw 'no model';
